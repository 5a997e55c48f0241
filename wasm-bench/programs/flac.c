// FLAC: one unit encodes two seconds of stereo music (levels 2, 5, 8) and decodes them again.
#include "program.h"

#include <string.h>

#include "FLAC/stream_decoder.h"
#include "FLAC/stream_encoder.h"

const char *const program_name = "flac";
const int32_t program_units = 2;

#define RATE 48000
#define SAMPLES (2 * RATE)

static FLAC__int32 music[SAMPLES * 2];
static uint8_t file[SAMPLES * 8];
static size_t file_length, file_at;
static uint32_t decoded;

void program_prepare(void) {
	static int16_t sound[SAMPLES * 2];
	write_sound(sound, SAMPLES, 2);
	for (int i = 0; i < SAMPLES * 2; i++) {
		music[i] = sound[i];
	}
}

static FLAC__StreamEncoderWriteStatus write_bytes(const FLAC__StreamEncoder *encoder, const FLAC__byte bytes[], size_t length, uint32_t samples,
	uint32_t frame, void *data) {
	memcpy(file + file_length, bytes, length);
	file_length += length;
	return FLAC__STREAM_ENCODER_WRITE_STATUS_OK;
}

static FLAC__StreamDecoderReadStatus read_bytes(const FLAC__StreamDecoder *decoder, FLAC__byte bytes[], size_t *length, void *data) {
	if (*length > file_length - file_at) {
		*length = file_length - file_at;
	}
	memcpy(bytes, file + file_at, *length);
	file_at += *length;
	return *length ? FLAC__STREAM_DECODER_READ_STATUS_CONTINUE : FLAC__STREAM_DECODER_READ_STATUS_END_OF_STREAM;
}

static FLAC__StreamDecoderWriteStatus take_frame(const FLAC__StreamDecoder *decoder, const FLAC__Frame *frame, const FLAC__int32 *const channels[], void *data) {
	decoded = checksum(decoded, channels[0], frame->header.blocksize * sizeof **channels);
	return FLAC__STREAM_DECODER_WRITE_STATUS_CONTINUE;
}

static void failed(const FLAC__StreamDecoder *decoder, FLAC__StreamDecoderErrorStatus status, void *data) {
	fail("decode");
}

static void encode(uint32_t level) {
	FLAC__StreamEncoder *encoder = FLAC__stream_encoder_new();
	FLAC__stream_encoder_set_channels(encoder, 2);
	FLAC__stream_encoder_set_bits_per_sample(encoder, 16);
	FLAC__stream_encoder_set_sample_rate(encoder, RATE);
	FLAC__stream_encoder_set_compression_level(encoder, level);
	file_length = 0;
	if (FLAC__stream_encoder_init_stream(encoder, write_bytes, NULL, NULL, NULL, NULL) != FLAC__STREAM_ENCODER_INIT_STATUS_OK
		|| !FLAC__stream_encoder_process_interleaved(encoder, music, SAMPLES) || !FLAC__stream_encoder_finish(encoder)) {
		fail("encode");
	}
	FLAC__stream_encoder_delete(encoder);
}

static void decode(void) {
	FLAC__StreamDecoder *decoder = FLAC__stream_decoder_new();
	file_at = 0;
	decoded = 0;
	if (FLAC__stream_decoder_init_stream(decoder, read_bytes, NULL, NULL, NULL, NULL, take_frame, NULL, failed, NULL) != FLAC__STREAM_DECODER_INIT_STATUS_OK
		|| !FLAC__stream_decoder_process_until_end_of_stream(decoder)) {
		fail("decode");
	}
	FLAC__stream_decoder_delete(decoder);
}

uint32_t program_unit(void) {
	uint32_t sum = 0;
	for (uint32_t level = 2; level <= 8; level += 3) {
		encode(level);
		decode();
		sum = checksum(sum, file, file_length) ^ decoded;
	}
	return sum;
}

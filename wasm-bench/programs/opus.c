// Opus: one unit encodes a second of stereo music at three rates and decodes it again.
#include "program.h"

#include <stdlib.h>

#include "opus.h"

const char *const program_name = "opus";
const int32_t program_units = 2;

#define FRAME 960
#define FRAMES 50

static int16_t sound[FRAME * FRAMES * 2];

void program_prepare(void) {
	write_sound(sound, FRAME * FRAMES, 2);
}

uint32_t program_unit(void) {
	static const int rates[] = { 16000, 64000, 128000 };
	uint32_t sum = 0;
	for (int i = 0; i < 3; i++) {
		int error;
		OpusEncoder *encoder = opus_encoder_create(48000, 2, i == 0 ? OPUS_APPLICATION_VOIP : OPUS_APPLICATION_AUDIO, &error);
		OpusDecoder *decoder = opus_decoder_create(48000, 2, &error);
		opus_encoder_ctl(encoder, OPUS_SET_BITRATE(rates[i]));
		for (int frame = 0; frame < FRAMES; frame++) {
			uint8_t packet[1500];
			int16_t decoded[FRAME * 2];
			int length = opus_encode(encoder, sound + frame * FRAME * 2, FRAME, packet, sizeof packet);
			if (length < 0 || opus_decode(decoder, packet, length, decoded, FRAME, 0) != FRAME) {
				fail("opus");
			}
			sum = checksum(checksum(sum, packet, (size_t) length), decoded, sizeof decoded);
		}
		opus_encoder_destroy(encoder);
		opus_decoder_destroy(decoder);
	}
	return sum;
}

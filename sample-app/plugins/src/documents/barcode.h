/* Code 39 (ISO/IEC 16388) as a black and white BMP. */
#pragma once

#include "buffer.h"

void draw_barcode(bytes text, buffer *image);

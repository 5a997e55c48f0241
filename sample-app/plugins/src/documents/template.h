/* Text templates: {name} stands for a value, {#line} … {/line} for a part that repeats, once for each line of the order. */
#pragma once

#include "buffer.h"

void render(bytes template, bytes order, buffer *out);

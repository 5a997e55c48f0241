/* Floating point: formatting, rounding, conversions, the special values, the functions of math.h. */
#include <inttypes.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double values[] = {0.0, -0.0, 1.0, -1.5, 0.1, 1.0 / 3, 1e21, 1e-7, 123456789.125, 5e-324, 2.2250738585072014e-308,
		1.7976931348623157e308, 4503599627370497.5, 9007199254740993.0, INFINITY, -INFINITY};

static uint64_t bits(double value) {
	uint64_t bits;
	memcpy(&bits, &value, sizeof bits);
	return bits;
}

static void formats(void) {
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		printf("%.17g | %g | %e | %.3f | %a | %016" PRIx64 "\n", values[i], values[i], values[i],
				fabs(values[i]) < 1e15 ? values[i] : 0, values[i], bits(values[i]));
	printf("%g %g\n", fabs(NAN), sqrt(2));
}

static void roundings(void) {
	static const double halves[] = {-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 0.49999999999999994, 1e300};
	for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
		printf("%g: ceil %g floor %g trunc %g rint %g round %g\n", halves[i], ceil(halves[i]), floor(halves[i]),
				trunc(halves[i]), rint(halves[i]), round(halves[i]));
}

static void conversions(void) {
	volatile double large = 3e9, negative = -7.9;
	volatile float single = 16777217.0f;
	volatile int64_t wide = INT64_C(9223372036854775807);
	volatile uint64_t top = UINT64_C(0xFFFFFFFFFFFFFBFF);
	printf("%u %d %" PRId64 " %.9g\n", (unsigned) large, (int) negative, (int64_t) large, single);
	printf("%.17g %.9g %.17g %.9g\n", (double) wide, (float) wide, (double) top, (float) top);
	printf("%.17g %.17g\n", strtod("0x1.fffffffffffffp-3", NULL), strtod("2.2250738585072011e-308", NULL));
}

static void functions(void) {
	for (double x = -3; x <= 3; x += 0.75)
		printf("%.15g %.15g %.15g %.15g %.15g %.15g\n", sin(x), cos(x), tan(x), exp(x), atan2(x, 2), cbrt(x));
	for (double x = 0.25; x < 40; x *= 3)
		printf("%.15g %.15g %.15g %.15g %.15g\n", log(x), log2(x), pow(x, 1.7), hypot(x, 3), fmod(x * 7, 3));
	printf("%g %g %g\n", fmin(-0.0, 0.0), fmax(NAN, 1), copysign(3, -0.0));
}

int main(void) {
	formats();
	roundings();
	conversions();
	functions();
	return 0;
}

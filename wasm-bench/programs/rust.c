// A program of Rust, linked with the driver: see rust/shop.rs.
#include "program.h"

const char *const program_name = "rust";
const int32_t program_units = 50;

uint32_t shop_unit(void);

void program_prepare(void) {
}

uint32_t program_unit(void) {
	return shop_unit();
}

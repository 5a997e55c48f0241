// SQLite: one unit opens a database in memory, fills tables, indexes and queries them.
#include "program.h"

#include <stdlib.h>
#include <string.h>

#include "sqlite3.h"

const char *const program_name = "sqlite";
const int32_t program_units = 6;

static const char script[] = {
#embed "sqlite/script.sql"
	, 0 };

// There are no files: a database in memory asks its system for little more than random bytes.
static int refuse_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
	return SQLITE_CANTOPEN;
}

static int refuse_delete(sqlite3_vfs *vfs, const char *name, int sync) {
	return SQLITE_IOERR_DELETE;
}

static int never_there(sqlite3_vfs *vfs, const char *name, int flags, int *out) {
	*out = 0;
	return SQLITE_OK;
}

static int same_path(sqlite3_vfs *vfs, const char *name, int length, char *out) {
	sqlite3_snprintf(length, out, "%s", name);
	return SQLITE_OK;
}

static int fixed_bytes(sqlite3_vfs *vfs, int length, char *out) {
	memset(out, 42, (size_t) length);
	return length;
}

static int no_sleep(sqlite3_vfs *vfs, int microseconds) {
	return microseconds;
}

static int fixed_time(sqlite3_vfs *vfs, double *out) {
	*out = 2460000.5;
	return SQLITE_OK;
}

static sqlite3_vfs vfs = {
	.iVersion = 1, .szOsFile = 64, .mxPathname = 64, .zName = "none", .xOpen = refuse_open, .xDelete = refuse_delete,
	.xAccess = never_there, .xFullPathname = same_path, .xRandomness = fixed_bytes, .xSleep = no_sleep, .xCurrentTime = fixed_time
};

int sqlite3_os_init(void) {
	return sqlite3_vfs_register(&vfs, 1);
}

int sqlite3_os_end(void) {
	return SQLITE_OK;
}

static int add_row(void *sum, int columns, char **values, char **names) {
	for (int i = 0; i < columns; i++) {
		const char *value = values[i] ? values[i] : "NULL";
		*(uint32_t *) sum = checksum(*(uint32_t *) sum, value, strlen(value) + 1);
	}
	return 0;
}

void program_prepare(void) {
	sqlite3_initialize();
}

uint32_t program_unit(void) {
	sqlite3 *database;
	if (sqlite3_open(":memory:", &database) != SQLITE_OK) {
		fail(sqlite3_errmsg(database));
	}
	uint32_t sum = 0;
	char *message;
	if (sqlite3_exec(database, script, add_row, &sum, &message) != SQLITE_OK) {
		fail(message);
	}
	// The way an application inserts: one statement prepared, many times bound and run.
	sqlite3_stmt *insert;
	sqlite3_prepare_v2(database, "INSERT INTO visit(page, visitor, seconds) VALUES (?, ?, ?)", -1, &insert, NULL);
	sqlite3_exec(database, "BEGIN", NULL, NULL, NULL);
	uint32_t state = 99;
	for (int i = 0; i < 4000; i++) {
		char page[32];
		sqlite3_snprintf(sizeof page, page, "/page/%d", next_random(&state) % 300);
		sqlite3_bind_text(insert, 1, page, -1, SQLITE_TRANSIENT);
		sqlite3_bind_int(insert, 2, (int) (next_random(&state) % 500));
		sqlite3_bind_double(insert, 3, (double) (next_random(&state) % 10000) / 16);
		if (sqlite3_step(insert) != SQLITE_DONE) {
			fail(sqlite3_errmsg(database));
		}
		sqlite3_reset(insert);
	}
	sqlite3_finalize(insert);
	if (sqlite3_exec(database, "COMMIT; SELECT page, count(*), round(sum(seconds), 3) FROM visit GROUP BY page ORDER BY 3 DESC LIMIT 20;"
			"SELECT count(DISTINCT a.visitor) FROM visit a JOIN person p ON p.id = a.visitor WHERE p.name LIKE '%an%';", add_row, &sum, &message) != SQLITE_OK) {
		fail(message);
	}
	sqlite3_close(database);
	return sum;
}

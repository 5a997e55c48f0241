"""One module in Wasmtime: worker.py compile MODULE.wasm CACHE, then worker.py run MODULE.wasm CACHE FUNCTION ARGUMENT SECONDS.

Prints the lines that dev.graft.bench.runner.Report reads, as its twins do (Worker in Java, worker.mjs): what they say of arguments holds here too. Imports
of functions are answered as there; programs with `_start` get Wasmtime's own WASI.
"""
import math
import os
import shutil
import struct
import sys
import tempfile
import time
import zlib

import wasmtime

WASI = "wasi_snapshot_preview1"
LEAST_CALLS = 2


def configured_engine():
    config = wasmtime.Config()
    for proposal in ("function_references", "gc", "exceptions", "tail_call", "relaxed_simd", "memory64", "multi_memory"):
        setattr(config, "wasm_" + proposal, True)
    return wasmtime.Engine(config)


class Wasi:
    """As much of WASI as reactors need, see dev.graft.bench.runner.Wasi."""

    def __init__(self):
        self.random = 0x2545F491

    def answer(self, name):
        constant = {"args_get": 0, "environ_get": 0, "sched_yield": 0, "fd_close": 0, "fd_sync": 0, "fd_prestat_get": 8, "fd_prestat_dir_name": 8}
        other = constant.get(name, 44 if name.startswith("path_") else 52)
        return getattr(self, name, lambda memory, *arguments: other)

    def args_sizes_get(self, memory, count, size):
        memory.put(count, "<I", 0)
        memory.put(size, "<I", 0)
        return 0

    environ_sizes_get = args_sizes_get

    def clock_time_get(self, memory, clock, precision, to):
        memory.put(to, "<Q", time.monotonic_ns())
        return 0

    def clock_res_get(self, memory, clock, to):
        memory.put(to, "<Q", 1)
        return 0

    def random_get(self, memory, to, length):
        for index in range(length):
            self.random ^= self.random << 13 & 0xFFFFFFFF
            self.random ^= self.random >> 17
            self.random ^= self.random << 5 & 0xFFFFFFFF
            memory.put(to + index, "<B", self.random & 255)
        return 0

    def fd_write(self, memory, descriptor, vectors, count, to):
        memory.put(to, "<I", sum(memory.get(vectors + 8 * index + 4) for index in range(count)))
        return 0

    def poll_oneoff(self, memory, subscriptions, events, count, to):
        for index in range(count):
            memory.put(events + 32 * index, "<IIHH", memory.get(subscriptions + 48 * index), memory.get(subscriptions + 48 * index + 4), 0, memory.get(subscriptions + 48 * index + 8) & 255)
        memory.put(to, "<I", count)
        return 0

    def fd_read(self, memory, descriptor, vectors, count, to):
        memory.put(to, "<I", 0)
        return 0

    def fd_fdstat_get(self, memory, descriptor, to):
        if descriptor >= 3:
            return 8
        memory.put(to, "<QQQ", 2, 0, 0)
        return 0

    def proc_exit(self, memory, code):
        raise RuntimeError(f"the guest has called proc_exit({code})")


class CallerMemory:
    def __init__(self, caller):
        self.caller = caller
        self.memory = caller["memory"]

    def put(self, address, form, *values):
        self.memory.write(self.caller, struct.pack(form, *values), address & 0xFFFFFFFF)

    def get(self, address):
        address &= 0xFFFFFFFF
        return struct.unpack("<I", self.memory.read(self.caller, address, address + 4))[0]


def imported(store, needed, wasi):
    if not isinstance(needed.type, wasmtime.FuncType):
        raise RuntimeError(f"imports {needed.module}.{needed.name}, which is no function")
    results = needed.type.results
    zero = 0.0 if results and str(results[0]).startswith("f") else 0
    if needed.module != WASI:
        return wasmtime.Func(store, needed.type, lambda *arguments: zero if results else None)
    answer = wasi.answer(needed.name)

    def call(caller, *arguments):
        result = answer(CallerMemory(caller), *arguments)
        return result if results else None

    return wasmtime.Func(store, needed.type, call, access_caller=True)


def checksum(result):
    if isinstance(result, int):
        return str(result)
    if math.isfinite(result) and result == math.floor(result) and abs(result) < 2**53:
        return str(int(result))
    return "0x%016x" % struct.unpack("<Q", struct.pack("<d", result))


def call(work, answer):
    processor = time.thread_time_ns()
    start = time.perf_counter_ns()
    result = work()
    wall = time.perf_counter_ns() - start
    print(f"call {wall / 1e6:.3f} {(time.thread_time_ns() - processor) / 1e6:.3f} {answer(result)}", flush=True)


def rounds(seconds):
    begin = time.perf_counter()
    calls = 0
    while calls < LEAST_CALLS or time.perf_counter() - begin < seconds:
        yield calls
        calls += 1


def call_functions(engine, module, names, arguments, seconds):
    start = time.perf_counter()
    store = wasmtime.Store(engine)
    wasi = Wasi()
    exports = wasmtime.Instance(store, module, [imported(store, needed, wasi) for needed in module.imports]).exports(store)
    if "_initialize" in exports:
        exports["_initialize"](store)
    print(f"start {(time.perf_counter() - start) * 1e3:.3f}", flush=True)
    for name, argument in zip(names, arguments):
        print("function " + name, flush=True)
        units = argument or exports["units"](store)
        function = exports[name]
        for _ in rounds(seconds):
            call(lambda: function(store, units) or 0, checksum)


class Command:
    """What dev.graft.bench.runner.Command reads."""

    def __init__(self, file, number):
        stem = file.removesuffix(".wasm")
        with open(stem + ".command", encoding="utf-8") as lines:
            words = lines.read().split("\n")[number - 1].split()
        self.files = stem + ".files"
        at = words.index("<") if "<" in words else len(words)
        self.arguments = [os.path.basename(stem)] + words[:at]
        self.input = os.path.join(self.files, words[at + 1]) if at < len(words) else os.devnull


def start_command(engine, linker, module, wasi):
    store = wasmtime.Store(engine)
    store.set_wasi(wasi)
    try:
        linker.instantiate(store, module).exports(store)["_start"](store)
        return 0
    except wasmtime.ExitTrap as exit:
        return exit.code
    finally:
        store.close()


def run_command(engine, module, command, seconds):
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    with tempfile.TemporaryDirectory() as folder:
        directory = os.path.join(folder, "files")
        output = os.path.join(folder, "output")

        def answer(status):
            with open(output, "rb") as printed:
                return "%08x-%d" % (zlib.crc32(printed.read()), status)

        for _ in rounds(seconds):
            shutil.rmtree(directory, ignore_errors=True)
            if os.path.isdir(command.files):
                shutil.copytree(command.files, directory)
            else:
                os.mkdir(directory)
            wasi = wasmtime.WasiConfig()
            wasi.argv = command.arguments
            wasi.stdin_file = command.input
            wasi.stdout_file = output
            wasi.stderr_file = os.devnull
            wasi.preopen_dir(directory, ".")
            call(lambda: start_command(engine, linker, module, wasi), answer)


def main(phase, file, cache, name="", argument="0", seconds="0"):
    engine = configured_engine()
    compiled = os.path.join(cache, "module.cwasm")
    start = time.perf_counter()
    if phase == "compile":
        with open(file, "rb") as binary:
            bytes = wasmtime.Module(engine, binary.read()).serialize()
        print(f"compile {(time.perf_counter() - start) * 1e3:.3f}")
        with open(compiled, "wb") as written:
            written.write(bytes)
        return
    module = wasmtime.Module.deserialize_file(engine, compiled)
    print(f"load {(time.perf_counter() - start) * 1e3:.3f}")
    if name == "_start":
        run_command(engine, module, Command(file, int(argument)), float(seconds))
    else:
        call_functions(engine, module, name.split(","), [int(each) for each in argument.split(",")], float(seconds))


try:
    main(*sys.argv[1:])
except Exception as error:
    print("failed " + str(error).strip().split("\n")[0])
    raise

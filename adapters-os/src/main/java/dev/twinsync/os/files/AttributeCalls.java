package dev.twinsync.os.files;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The calls of the C library for the extended attributes of a file, or of a link itself. What fails, fails with its words. They are set up
 * only for a file that has some: {@link ExtendedAttributes} tells that of every file with one call alone, which takes less time to begin.
 */
final class AttributeCalls {

    /** The kernel's own limits of a value and of all names of a file: {@code XATTR_SIZE_MAX}, {@code XATTR_LIST_MAX}. */
    private static final int MOST = 1 << 16;

    /** {@code EOPNOTSUPP}. */
    private static final int NOT_SUPPORTED = 95;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERROR = STATE.varHandle(PathElement.groupElement("errno"));
    private static final MemoryLayout TEXT = ValueLayout.ADDRESS;
    private static final MemoryLayout BYTES = ValueLayout.ADDRESS;
    private static final MemoryLayout SIZE = ValueLayout.JAVA_LONG;

    /** {@code ssize_t llistxattr(const char *path, char *list, size_t size)}. */
    private static final MethodHandle NAMES = function("llistxattr", FunctionDescriptor.of(SIZE, TEXT, BYTES, SIZE));

    /** {@code ssize_t lgetxattr(const char *path, const char *name, void *value, size_t size)}. */
    private static final MethodHandle VALUE =
            function("lgetxattr", FunctionDescriptor.of(SIZE, TEXT, TEXT, BYTES, SIZE));

    /** {@code int lsetxattr(const char *path, const char *name, const void *value, size_t size, int flags)}. */
    private static final MethodHandle SET = function(
            "lsetxattr", FunctionDescriptor.of(ValueLayout.JAVA_INT, TEXT, TEXT, BYTES, SIZE, ValueLayout.JAVA_INT));

    /** {@code int lremovexattr(const char *path, const char *name)}. */
    private static final MethodHandle REMOVE =
            function("lremovexattr", FunctionDescriptor.of(ValueLayout.JAVA_INT, TEXT, TEXT));

    /** {@code char *strerror(int errnum)}. */
    private static final MethodHandle WORDS = function("strerror", FunctionDescriptor.of(TEXT, ValueLayout.JAVA_INT));

    private AttributeCalls() {}

    @SuppressWarnings(
            "restricted") // the descriptions are those of the manual pages; twin is started with native access
    private static MethodHandle function(String name, FunctionDescriptor description) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), description, Linker.Option.captureCallState("errno"));
    }

    /** The file system has no such attributes. */
    static final class NotSupported extends IOException {

        private static final long serialVersionUID = 1;

        NotSupported(String words) {
            super(words);
        }
    }

    /** One call, with the memory to note in why it failed. */
    @FunctionalInterface
    private interface Call {
        long answer(MemorySegment state) throws Throwable;
    }

    static List<String> names(Path file) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var path = arena.allocateFrom(file.toString());
            var list = arena.allocate(MOST);
            long length = made(arena, state -> (long) NAMES.invokeExact(state, path, list, (long) MOST));
            var names = new String(bytes(list, length), StandardCharsets.UTF_8); // each ends with a zero
            return Arrays.stream(names.split("\0"))
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }

    static byte[] value(Path file, String name) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var path = arena.allocateFrom(file.toString());
            var called = arena.allocateFrom(name);
            var value = arena.allocate(MOST);
            return bytes(value, made(arena, state ->
                    (long) VALUE.invokeExact(state, path, called, value, (long) MOST)));
        }
    }

    static void set(Path file, String name, byte[] value) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var path = arena.allocateFrom(file.toString());
            var called = arena.allocateFrom(name);
            var bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, value);
            made(arena, state -> (int) SET.invokeExact(state, path, called, bytes, (long) value.length, 0));
        }
    }

    static void remove(Path file, String name) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var path = arena.allocateFrom(file.toString());
            var called = arena.allocateFrom(name);
            made(arena, state -> (int) REMOVE.invokeExact(state, path, called));
        }
    }

    private static long made(Arena arena, Call call) throws IOException {
        var state = arena.allocate(STATE);
        long answer = answer(call, state);
        if (answer < 0) {
            int error = (int) ERROR.get(state, 0L);
            var words = words(error, state);
            throw error == NOT_SUPPORTED ? new NotSupported(words) : new IOException(words);
        }
        return answer;
    }

    private static long answer(Call call, MemorySegment state) {
        try {
            return call.answer(state);
        } catch (Throwable impossible) { // it throws nothing, and Java cannot know
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("restricted") // a text of the C library's own
    private static String words(int error, MemorySegment state) {
        try {
            var text = (MemorySegment) WORDS.invokeExact(state, error);
            return text.reinterpret(MOST).getString(0);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(MemorySegment memory, long length) {
        return memory.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
    }
}

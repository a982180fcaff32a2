package dev.twinsync.os.files;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/** What the kernel calls so: an access control list is one. Java itself shows only those that a user has named. */
final class ExtendedAttributes {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Optional<MethodHandle> LIST = function(
            "llistxattr", ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
    private static final Optional<MethodHandle> GET = function(
            "lgetxattr",
            ValueLayout.JAVA_LONG,
            ValueLayout.ADDRESS,
            ValueLayout.ADDRESS,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG);
    /** The kernel's own limit, {@code XATTR_SIZE_MAX}. */
    private static final int MOST = 1 << 16;

    private ExtendedAttributes() {}

    /**
     * {@code ssize_t llistxattr(const char *path, char *list, size_t size)}, which of no room answers how much it would need, and
     * {@code ssize_t lgetxattr(const char *path, const char *name, void *value, size_t size)}.
     */
    @SuppressWarnings("restricted") // the description is the one of the manual page; twin is started with native access
    private static Optional<MethodHandle> function(String name, MemoryLayout answer, MemoryLayout... arguments) {
        return LINKER.defaultLookup()
                .find(name)
                .map(found -> LINKER.downcallHandle(found, FunctionDescriptor.of(answer, arguments)));
    }

    /** Whether a file, or a link itself, has any; also true where that cannot be told. */
    static boolean mayBeOn(Path file) {
        return LIST.isEmpty() || room(LIST.get(), file) != 0;
    }

    private static long room(MethodHandle list, Path file) {
        try (var arena = Arena.ofConfined()) {
            return (long) list.invokeExact(arena.allocateFrom(file.toString()), MemorySegment.NULL, 0L);
        } catch (Throwable impossible) { // it throws nothing, and Java cannot know
            throw new IllegalStateException(impossible);
        }
    }

    /** The bytes of one, of a file or a link itself; empty: there is none of that name, or it cannot be read. */
    static Optional<byte[]> value(Path file, String name) {
        return mayBeOn(file) ? GET.flatMap(get -> value(get, file, name)) : Optional.empty();
    }

    private static Optional<byte[]> value(MethodHandle get, Path file, String name) {
        try (var arena = Arena.ofConfined()) {
            var room = arena.allocate(MOST);
            long length = (long)
                    get.invokeExact(arena.allocateFrom(file.toString()), arena.allocateFrom(name), room, (long) MOST);
            return length < 0
                    ? Optional.empty()
                    : Optional.of(room.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
        } catch (Throwable impossible) { // it throws nothing, and Java cannot know
            throw new IllegalStateException(impossible);
        }
    }
}

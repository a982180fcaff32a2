package dev.twinsync.os.files;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/** What the kernel calls so: an access control list is one. Java itself shows only those that a user has named. */
final class ExtendedAttributes {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Optional<MethodHandle> LIST =
            LINKER.defaultLookup().find("llistxattr").map(ExtendedAttributes::handle);

    private ExtendedAttributes() {}

    /** {@code ssize_t llistxattr(const char *path, char *list, size_t size)}, which of no room answers how much it would need. */
    @SuppressWarnings("restricted") // the description is the one of the manual page; twin is started with native access
    private static MethodHandle handle(MemorySegment function) {
        return LINKER.downcallHandle(
                function,
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
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
}

package dev.twinsync.os.hashing;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * SHA-256 of OpenSSL, which uses what the processor has for it.
 *
 * @param begin {@code int SHA256_Init(SHA256_CTX *c)}
 * @param pass {@code int SHA256_Update(SHA256_CTX *c, const void *data, size_t len)}
 * @param end {@code int SHA256_Final(unsigned char *md, SHA256_CTX *c)}
 */
record LibCrypto(MethodHandle begin, MethodHandle pass, MethodHandle end) {

    /** The library of all releases of OpenSSL 3, which keep what is called here and how its context is laid out. */
    private static final String LIBRARY = "libcrypto.so.3";

    /** A context is plain memory, that of a Java array as well: eight words of the sum, two of the length, 16 of data, two more. */
    static final int WORDS_OF_CONTEXT = 28;

    private static final byte[] EXAMPLE = "abc".getBytes(StandardCharsets.US_ASCII);

    /** From FIPS 180-2. */
    private static final byte[] SUM_OF_EXAMPLE =
            HexFormat.of().parseHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    /** Empty where the machine has none, or one that does not give what it should. */
    static Optional<LibCrypto> ofTheMachine() {
        return library()
                .flatMap(library -> function(library, "SHA256_Init", ADDRESS)
                        .flatMap(begin -> function(library, "SHA256_Update", ADDRESS, ADDRESS, JAVA_LONG)
                                .flatMap(pass -> function(library, "SHA256_Final", ADDRESS, ADDRESS)
                                        .map(end -> new LibCrypto(begin, pass, end)))))
                .filter(LibCrypto::isSound);
    }

    @SuppressWarnings("restricted") // the system's own library; twin is started with native access
    private static Optional<SymbolLookup> library() {
        try {
            return Optional.of(SymbolLookup.libraryLookup(LIBRARY, Arena.global()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** It does not call back and takes no longer than a chunk does, so it may use the memory of Java as it lies. */
    @SuppressWarnings("restricted") // the descriptions are those of the header
    private static Optional<MethodHandle> function(SymbolLookup library, String name, ValueLayout... arguments) {
        return library.find(name)
                .map(function -> Linker.nativeLinker()
                        .downcallHandle(
                                function, FunctionDescriptor.of(JAVA_INT, arguments), Linker.Option.critical(true)));
    }

    private boolean isSound() {
        var context = new int[WORDS_OF_CONTEXT];
        begin(context);
        pass(context, EXAMPLE, 0, EXAMPLE.length);
        return Arrays.equals(SUM_OF_EXAMPLE, end(context));
    }

    void begin(int[] context) {
        try {
            must((int) begin.invokeExact(MemorySegment.ofArray(context)));
        } catch (Throwable impossible) { // it throws nothing, and Java cannot know
            throw new IllegalStateException(impossible);
        }
    }

    void pass(int[] context, byte[] bytes, int offset, int length) {
        try {
            var part = MemorySegment.ofArray(bytes).asSlice(offset, length);
            must((int) pass.invokeExact(MemorySegment.ofArray(context), part, (long) length));
        } catch (Throwable impossible) { // as above
            throw new IllegalStateException(impossible);
        }
    }

    byte[] end(int[] context) {
        try {
            var sum = new byte[Sum.BYTES];
            must((int) end.invokeExact(MemorySegment.ofArray(sum), MemorySegment.ofArray(context)));
            return sum;
        } catch (Throwable impossible) { // as above
            throw new IllegalStateException(impossible);
        }
    }

    private static void must(int done) {
        if (done != 1) {
            throw new IllegalStateException("SHA-256 of " + LIBRARY + " refused");
        }
    }
}

package dev.twinsync.os.hashing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import dev.twinsync.port.Sha256;
import java.security.MessageDigest;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;

/** A sum is the same whoever makes it. Java's own is the oracle. */
class MuchToHashTest {

    @Test
    void it_is_what_every_reader_of_files_gets() {
        Sha256.madeBy(new MuchToHash());
        assertInstanceOf(FittingSha256.class, Sha256.begin());
    }

    /** This machine is built on, and Debian's tools for that need it; where there is none, Java's own takes its place. */
    @Test
    void the_library_of_a_machine_like_this_is_found_and_sound() {
        assertTrue(LibCrypto.ofTheMachine().isPresent());
    }

    @Test
    void sums_are_those_of_java_in_whatever_parts_the_bytes_come() {
        var library = LibCrypto.ofTheMachine().orElseThrow();
        var parts = Arbitraries.integers().between(0, 70_000).list().ofMaxSize(5);
        Property.forAll(parts, sizes -> {
            assertSame(sizes, new NativeSha256(library));
            assertSame(sizes, new FittingSha256());
        });
    }

    @Test
    void one_that_is_used_again_or_begun_anew_starts_from_nothing() {
        var digest = new FittingSha256();
        for (int sum = 0; sum < 1000; sum++) {
            digest.update((byte) 1);
            digest.reset();
            digest.update((byte) sum);
            assertArrayEquals(Sha256.ofJava().digest(new byte[] {(byte) sum}), digest.digest());
            assertArrayEquals(Sha256.ofJava().digest(), digest.digest());
        }
    }

    @Test
    void much_is_summed_up_by_the_library() {
        var much = new byte[5 << 20];
        assertArrayEquals(Sha256.ofJava().digest(much), new FittingSha256().digest(much));
        assertInstanceOf(NativeSha256.class, new FittingSha256().forPartOf(1 << 23));
    }

    @Test
    void it_can_be_told_how_long_a_sum_is() {
        assertEquals(32, new FittingSha256().getDigestLength());
    }

    private static void assertSame(List<Integer> sizes, MessageDigest tried) {
        var oracle = Sha256.ofJava();
        var random = new Random(7);
        for (int size : sizes) {
            var bytes = new byte[size + 3];
            random.nextBytes(bytes);
            oracle.update(bytes, 3, size);
            tried.update(bytes, 3, size);
        }
        assertArrayEquals(oracle.digest(), tried.digest());
    }
}

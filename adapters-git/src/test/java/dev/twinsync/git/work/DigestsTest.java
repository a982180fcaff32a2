package dev.twinsync.git.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.port.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestsTest {

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "100,100", "100,0", "100,5000", "65536,65536", "65537,65537", "200000,200000", "200000,0"
    })
    void all_of_it_is_summed_up_whatever_was_said_of_its_size(int length, long said) throws IOException {
        var bytes = new byte[length];
        assertEquals(Sha256.of(bytes), Digests.of(new ByteArrayInputStream(bytes), said));
    }
}

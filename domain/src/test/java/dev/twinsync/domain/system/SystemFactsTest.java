package dev.twinsync.domain.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.system.SystemFacts.Distribution;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemFactsTest {

    private static Arbitrary<SystemFacts> facts() {
        var text = Arbitraries.of("debian", "12", "1.10", "bookworm", "Debian GNU/Linux 12 (bookworm)", "");
        var distribution = Combinators.combine(text, text.optional(), text.optional(), text)
                .as(Distribution::new);
        return Combinators.combine(distribution, text, text, text).as(SystemFacts::new);
    }

    @Test
    void what_is_written_is_read_back() {
        Property.forAll(
                facts(),
                facts -> assertEquals(
                        new Reading.Value<>(facts), SystemFacts.SHAPE.read(SystemFacts.SHAPE.write(facts))));
    }

    @Test
    void an_identity_is_written_and_read_back() {
        var identity = new HostIdentity("sha256:" + "0a".repeat(32));
        assertEquals(new Reading.Value<>(identity), HostIdentity.SHAPE.read(HostIdentity.SHAPE.write(identity)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256:", "0123456789abcdef0123456789abcdef", "sha256:XYZ"})
    void a_raw_machine_id_is_no_identity(String text) {
        assertThrows(IllegalArgumentException.class, () -> new HostIdentity(text));
    }
}

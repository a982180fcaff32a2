package dev.twinsync.domain.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.system.SystemFacts.Distribution;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

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
}

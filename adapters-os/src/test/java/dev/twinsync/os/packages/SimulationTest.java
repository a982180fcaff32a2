package dev.twinsync.os.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.os.Answer;
import dev.twinsync.os.packages.Simulation.Arrival;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {

    private static Answer<Simulation> given(List<Arrival> arrivals, Set<String> removals) {
        return new Answer.Given<>(new Simulation(arrivals, removals));
    }

    @Test
    void what_arrives() {
        assertEquals(
                given(
                        List.of(
                                new Arrival("twin-toy", Optional.empty(), "1.1"),
                                new Arrival("twin-toy-dep", Optional.empty(), "1.0")),
                        Set.of()),
                Simulation.parse(Captured.text("simulation-install.txt")));
    }

    @Test
    void what_goes_and_what_comes_instead() {
        assertEquals(
                given(
                        List.of(new Arrival("twin-toy-conflict", Optional.empty(), "1.0")),
                        Set.of("twin-toy", "twin-toy-dep")),
                Simulation.parse(Captured.text("simulation-displace.txt")));
    }

    @Test
    void packages_of_another_architecture_keep_it() {
        assertEquals(
                given(List.of(), Set.of("twin-app:i386", "twin-lib:i386")),
                Simulation.parse(Captured.text("simulation-foreign.txt")));
    }

    @Test
    void a_change_of_version_names_the_one_it_replaces() {
        assertEquals(
                given(List.of(new Arrival("htop", Optional.of("3.2.1-1"), "3.2.2-2")), Set.of()),
                Simulation.parse("""
                        1 upgraded, 0 newly installed, 0 to remove and 4 not upgraded.
                        Inst htop [3.2.1-1] (3.2.2-2 Debian:12.15/oldstable [amd64]) []
                        Conf htop (3.2.2-2 Debian:12.15/oldstable [amd64])
                        """));
    }

    @Test
    void a_purge_is_a_removal() {
        assertEquals(given(List.of(), Set.of("htop")), Simulation.parse("Purg htop [3.2.1-1]\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 upgraded, 2 newly installed, 0 to remove and 0 not upgraded.\nInst a (1 x [all])\n",
                "0 upgraded, 0 newly installed, 1 downgraded, 2 to remove and 0 not upgraded.\nRemv a [1]\n",
                "Inst a\n",
            })
    void a_list_that_was_cut_is_no_simulation(String text) {
        assertInstanceOf(Answer.None.class, Simulation.parse(text));
    }
}

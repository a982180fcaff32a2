package dev.twinsync.os.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageAction.Install;
import dev.twinsync.domain.packages.PackageAction.Remove;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.PackageVersion;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.port.Forecast;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What apt would refuse for want of a signature is known when it is planned. The answers are those of apt 2.6 and 3.0. */
class SignaturesTest {

    private static final String LISTS = "apt-get indextargets";
    private static final String SIGNED = "http://deb.example/debian bookworm/main amd64 Packages";
    private static final String UNSIGNED = "http://other.example/debian ./ Packages";
    private static final String REMEDY =
            " (run: sudo apt-get update, and see there which source has no key or no signature)";

    private final ScriptedCommands machine = new ScriptedCommands()
            .answer("dpkg --print-architecture", "amd64\n")
            .answer("dpkg-query --show", Captured.text("dpkg-query.txt"))
            .answer("apt-mark showauto", "")
            .answer("apt-cache policy", policy("signed", SIGNED) + policy("own", UNSIGNED) + policy("needy", SIGNED))
            .answer("apt-cache show", stanza("signed", "") + stanza("own", "") + stanza("needy", "Depends: own\n"))
            .answer("apt-config shell", "")
            .answer(
                    LISTS,
                    "yes " + SIGNED + "\nyes http://deb.example/debian bookworm/main Translation-en\nno " + UNSIGNED
                            + "\n");

    private static String policy(String name, String... lists) {
        return name + ":\n  Installed: (none)\n  Candidate: 1.0\n  Version table:\n     1.0 500\n"
                + String.join(
                        "",
                        Stream.of(lists)
                                .map(list -> "        500 " + list + "\n")
                                .toList());
    }

    private static String stanza(String name, String lines) {
        return "Package: " + name + "\nArchitecture: all\nVersion: 1.0\n" + lines + "\n";
    }

    private SignaturesTest arriving(String request, String... names) {
        machine.answer(
                "apt-get -s -y -q --no-auto-remove install -- " + request,
                String.join(
                        "",
                        Stream.of(names)
                                .map(name -> "Inst " + name + " (1.0 x [all])\n")
                                .toList()));
        return this;
    }

    private Map<String, Forecast> forecast(String... names) {
        return new DebianPackages(machine, new RunningSystem(Optional.empty(), Optional.empty()))
                .forecast(Stream.of(names)
                        .<PackageAction>map(name -> new Install(new PackageName(name), Optional.empty()))
                        .toList());
    }

    private static Forecast lacks(String where) {
        return new Forecast.Impossible("there is no signature of " + where + ", that apt can check" + REMEDY);
    }

    private List<String> asked(String program) {
        return machine.lines().stream().filter(line -> line.startsWith(program)).toList();
    }

    @Test
    void a_package_of_a_source_without_a_signature_is_not_to_be_had_as_things_are_and_the_others_go_on_without_it() {
        var forecast = arriving("signed own", "signed", "own")
                .arriving("signed", "signed")
                .forecast("signed", "own");
        assertEquals(Map.of("own", lacks("http://other.example/debian ./, where it comes from")), forecast);
    }

    @Test
    void so_is_one_that_brings_such_a_package_along() {
        assertEquals(
                Map.of("needy", lacks("http://other.example/debian ./, where own comes from, which comes along")),
                arriving("needy", "own", "needy").forecast("needy"));
    }

    @Test
    void where_nobody_can_say_what_brings_it_along_nothing_of_it_comes() {
        assertEquals(
                Map.of("signed", lacks("http://other.example/debian ./, where own comes from, which comes along")),
                arriving("signed", "own", "signed").forecast("signed"));
    }

    @Test
    void what_a_signed_source_has_too_is_taken_from_there() {
        machine.answer("apt-cache policy", policy("own", UNSIGNED, SIGNED));
        assertEquals(Map.of(), arriving("own", "own").forecast("own"));
    }

    private static String build(String list, int priority) {
        return "     1.0 " + priority + "\n        " + priority + " " + list + "\n";
    }

    /** Two that differ under one version stand apart in {@code apt-cache policy}. */
    private Map<String, Forecast> forecastOfTwo(Optional<String> version, String first, String second) {
        machine.answer("apt-cache policy", "own:\n  Installed: (none)\n  Candidate: 1.0\n" + first + second);
        arriving("own", "own").arriving("own=1.0", "own");
        return new DebianPackages(machine, new RunningSystem(Optional.empty(), Optional.empty()))
                .forecast(List.of(new Install(new PackageName("own"), version.map(PackageVersion::new))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.0"})
    void of_two_that_differ_under_one_version_apt_takes_the_first_signed_or_not(String version) {
        var asked = Optional.of(version).filter(text -> !text.isEmpty());
        assertEquals(
                Map.of("own", lacks("http://other.example/debian ./, where it comes from")),
                forecastOfTwo(asked, build(UNSIGNED, 500), build(SIGNED, 500)));
        assertEquals(Map.of(), forecastOfTwo(asked, build(SIGNED, 500), build(UNSIGNED, 500)));
    }

    @Test
    void of_two_with_different_priorities_it_takes_the_higher_and_still_the_first_where_the_version_is_asked_for() {
        var exact = Optional.of("1.0");
        assertEquals(Map.of(), forecastOfTwo(Optional.empty(), build(UNSIGNED, 500), build(SIGNED, 600)));
        assertEquals(
                Set.of("own"),
                forecastOfTwo(exact, build(UNSIGNED, 500), build(SIGNED, 600)).keySet());
        assertEquals(
                Set.of("own"),
                forecastOfTwo(Optional.empty(), build(SIGNED, -1), build(UNSIGNED, 500))
                        .keySet());
        assertEquals(Map.of(), forecastOfTwo(exact, build(SIGNED, -1), build(UNSIGNED, 500)));
    }

    @Test
    void another_version_in_a_signed_source_does_not_help() {
        machine.answer("apt-cache policy", policy("own", UNSIGNED) + "     0.9 500\n        500 " + SIGNED + "\n");
        assertInstanceOf(
                Forecast.Impossible.class,
                arriving("own", "own").forecast("own").get("own"));
    }

    @Test
    void who_allows_it_in_the_configuration_of_apt_is_not_kept_from_it() {
        machine.answer("apt-config shell", "allowed='true'\n");
        assertEquals(Map.of(), arriving("own", "own").forecast("own"));
        machine.answer("apt-config shell", "allowed='false'\n");
        assertInstanceOf(
                Forecast.Impossible.class,
                arriving("own", "own").forecast("own").get("own"));
    }

    @Test
    void where_all_is_signed_one_question_is_asked_however_many_packages_arrive() {
        machine.answer(LISTS, "yes " + SIGNED + "\nyes " + UNSIGNED + "\n");
        arriving("signed own needy", "signed", "own", "needy").forecast("signed", "own", "needy");
        assertEquals(1, asked(LISTS).size());
        assertEquals(1, asked("apt-cache policy").size());
        assertFalse(machine.lines().toString().contains("apt-config"));
    }

    @Test
    void where_apt_does_not_say_it_the_plan_says_why() {
        machine.answer(LISTS, 100, "", "E: Malformed entry 1 in list file /etc/apt/sources.list (URI)");
        var forecast = arriving("signed", "signed").forecast("signed");
        assertTrue(forecast.toString().contains("Malformed entry 1"), forecast::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTS, "apt-cache policy", "apt-cache show", "apt-config shell"})
    void what_apt_does_not_say_of_its_lists_keeps_nothing_from_going(String question) {
        machine.answer(question, new Result.TimedOut(Duration.ofSeconds(60)));
        arriving("signed twin-lib-", "signed");
        machine.answer("apt-get -s -y -q --no-auto-remove install -- twin-lib-", "Remv twin-lib [1.0]\n");
        var forecast = new DebianPackages(machine, new RunningSystem(Optional.empty(), Optional.empty()))
                .forecast(List.of(
                        new Install(new PackageName("signed"), Optional.empty()),
                        new Remove(new PackageName("twin-lib"))));
        assertEquals(
                Map.of("signed", new Forecast.Impossible(question.split(" ")[0] + " did not end within 60 s")),
                forecast);
    }

    /** With the solver 3.0 of apt, which rather puts another package in the place of what goes than to take along what needs it. */
    @Test
    void what_a_removal_brings_without_a_signature_is_put_down_to_the_removal_and_not_to_what_is_signed() {
        machine.answer(
                "dpkg-query --show",
                Captured.text("dpkg-query.txt")
                        + "install\tinstalled\tok\tmailer\tall\t1\tno\tno\t\t\t\ttwin-lib | mta\n");
        machine.answer("apt-cache policy", policy("signed", SIGNED) + policy("own", UNSIGNED) + policy("mta", SIGNED));
        machine.answer("apt-cache show", stanza("signed", "") + stanza("own", "") + stanza("mta", "Depends: own\n"));
        arriving("signed", "signed");
        machine.answer("apt-get -s -y -q --no-auto-remove install -- signed twin-lib-", """
                Remv twin-lib [1:2.0~rc1-1] [mailer:amd64 ]
                Inst own (1.0 x [all])
                Inst mta (1.0 x [all])
                Inst signed (1.0 x [all])
                """);
        var forecast = new DebianPackages(machine, new RunningSystem(Optional.empty(), Optional.empty()))
                .forecast(List.of(
                        new Install(new PackageName("signed"), Optional.empty()),
                        new Remove(new PackageName("twin-lib"))));
        assertEquals(
                Map.of(
                        "twin-lib",
                        lacks("http://other.example/debian ./, where own comes from, which the removal of twin-lib"
                                + " brings along")),
                forecast);
    }
}

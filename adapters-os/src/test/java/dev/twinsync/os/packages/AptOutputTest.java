package dev.twinsync.os.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.CommandRunner.Result;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the other programs of apt write. */
class AptOutputTest {

    private static Result.Ended failed(String stdout, String stderr) {
        return new Result.Ended(100, stdout.getBytes(StandardCharsets.UTF_8), stderr.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void relations_keep_alternatives_and_drop_versions_and_architectures() {
        assertEquals(
                List.of(List.of("python3"), List.of("gpgv", "gpgv2"), List.of("libc6"), List.of("a")),
                Relations.parse("python3:any (>= 3.9~), gpgv | gpgv2(<< 3),libc6 [amd64], a <!nocheck>,"));
        assertEquals(List.of(), Relations.parse(""));
    }

    @Test
    void policy_knows_exact_names_and_their_versions_only() {
        var policy = Policy.parse(Captured.text("policy.txt"));
        assertEquals(List.of("1.1", "1.0"), policy.of("twin-toy"));
        assertEquals(List.of("5.2.15-2+b13"), policy.of("bash"));
        assertEquals(List.of("1:2.0~rc1-1"), policy.of("twin-lib:i386"));
        assertFalse(policy.knows("awk"), "only provided by others");
        assertTrue(policy.mentions("awk"));
        assertFalse(policy.knows("nosuch"));
        assertFalse(policy.mentions("nosuch"));
    }

    @Test
    void policy_tells_two_that_differ_under_one_version_apart() {
        var policy = Policy.parse("""
                diff:
                  Installed: 1.0
                  Candidate: 1.0
                  Version table:
                 *** 1.0 500
                        500 file:/srv/u ./ Packages
                        100 /var/lib/dpkg/status
                     1.0 -1 (phased 10%)
                        500 file:/srv/s ./ Packages
                """);
        assertEquals(List.of("1.0"), policy.of("diff"), "as one version");
        assertEquals(
                List.of(
                        new Policy.Build("1.0", 500, List.of("file:/srv/u ./ Packages", "/var/lib/dpkg/status")),
                        new Policy.Build("1.0", -1, List.of("file:/srv/s ./ Packages"))),
                policy.builds().get("diff"));
    }

    @Test
    void stanzas_tell_how_a_package_stands_to_others() {
        var parts = Stanzas.parse(Captured.text("show.txt")
                + "\nPackage: mta\nDepends: a | b (>= 1)\nRecommends: c\nConflicts: mail-agent\nBreaks: d (<< 2)\n"
                + "Provides: mail-agent\nInstalled-Size: 42\nDescription: x\n Depends: not a field\n");
        assertEquals(List.of(List.of("twin-toy")), parts.getFirst().needs());
        assertEquals(
                new Part(
                        "mta",
                        List.of("mail-agent"),
                        List.of(List.of("a", "b"), List.of("c")),
                        List.of("mail-agent", "d"),
                        42),
                parts.getLast());
    }

    @Test
    void progress_of_a_real_run_never_falls() {
        var reached = new ArrayList<Integer>();
        var words = new ArrayList<String>();
        var progress = new AptProgress((percent, what) -> {
            reached.add(percent);
            words.add(what);
        });
        Captured.text("status-fd.txt").lines().forEach(progress::line);
        assertEquals(reached.stream().sorted().toList(), reached);
        assertEquals("Retrieving file 1 of 2", words.getFirst());
        assertEquals("Installed twin-toy-dep (amd64)", words.getLast());
        assertTrue(reached.getLast() > 80 && reached.getLast() < 100, reached::toString);
    }

    @Test
    void progress_of_a_foreign_package_and_hostile_lines() {
        var reached = new ArrayList<String>();
        var progress = new AptProgress((percent, what) -> reached.add(percent + what));
        progress.line("pmstatus:libc6:i386:50.0000:Installing libc6 (i386)");
        progress.line("pmstatus:x:999.0:too much");
        progress.line("pmstatus:x:NaN:no number");
        progress.line("echo pmstatus:x:1.0:of a script");
        assertEquals(List.of("64Installing libc6 (i386)", "99too much"), reached);
    }

    @Test
    void blame_falls_on_the_change_that_apt_names() {
        var conflict = failed(
                Captured.text("simulation-conflict.txt"),
                "E: Unable to correct problems, you have held broken packages.");
        var reasons = Blame.reasons(conflict, Set.of("twin-toy-conflict", "htop", "twin-toy"));
        assertEquals(Set.of("twin-toy-conflict", "twin-toy"), reasons.keySet());
        assertEquals(
                "apt-get failed: Unable to correct problems, you have held broken packages. (twin-toy-conflict :"
                        + " Conflicts: twin-toy but 1.1 is to be installed)",
                reasons.get("twin-toy"));
    }

    @Test
    void blame_for_essential_and_needed_packages() {
        var essential = failed(
                Captured.text("simulation-essential.txt"),
                "E: Essential packages were removed and -y was used without --allow-remove-essential.");
        assertEquals(
                Set.of("bash"), Blame.reasons(essential, Set.of("bash", "htop")).keySet());
        var libc =
                failed(Captured.text("simulation-libc6.txt"), "E: Error, pkgProblemResolver::Resolve generated breaks");
        assertEquals(
                Set.of("libc6"), Blame.reasons(libc, Set.of("libc6", "htop")).keySet());
        var held = failed(
                Captured.text("simulation-held.txt"),
                "E: Held packages were changed and -y was used without --allow-change-held-packages.");
        assertEquals(
                Set.of("twin-toy"),
                Blame.reasons(held, Set.of("twin-toy", "htop")).keySet());
    }

    @Test
    void blame_falls_on_all_where_apt_names_none() {
        assertEquals(
                Set.of("a", "b"),
                Blame.reasons(
                                failed("The following NEW packages will be installed:\n  a\n", "E: odd"),
                                Set.of("a", "b"))
                        .keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 42 (unattended-upgr) | another package manager is at work: process 42 (unattended-upgr) holds /var/lib/dpkg/lock-frontend; try again when it has finished
            dpkg: error: dpkg database lock was locked by /usr/bin/python3.13 process with pid 42 | another package manager is at work: process 42 (/usr/bin/python3.13); try again when it has finished
            dpkg: error: dpkg frontend lock was locked by another process with pid 42 | another package manager is at work: process 42; try again when it has finished
            E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root? | changing packages needs root: sudo twin apply
            E: Could not create temporary file for /var/lib/apt/extended_states - mkstemp (13: Permission denied) | changing packages needs root: sudo twin apply
            E: dpkg was interrupted, you must manually run 'dpkg --configure -a' to correct the problem. | dpkg was interrupted earlier and left packages half done; run: sudo dpkg --configure -a && sudo apt-get -f install
            pmerror:twin-toy-broken:60.0000:post-installation script said Permission denied | package twin-toy-broken could not be brought in order: post-installation script said Permission denied; mend it and run: sudo dpkg --configure -a && sudo apt-get -f install
            E: Unable to locate package nosuch | apt's lists have no package nosuch; run: sudo apt-get update
            E: Version '9.9' for 'hello' was not found | apt's lists have no version 9.9 of hello
            E: There were unauthenticated packages and -y was used without --allow-unauthenticated | apt cannot check the signature of where a package comes from; run: sudo apt-get update, and see there which source has no key or no signature
            E: Failed to fetch http://deb/x.deb  Hash Sum mismatch | what was downloaded is not what apt's lists say; either they are old: sudo apt-get update, or the mirror or a proxy in between has a damaged file
            E: Failed to fetch file:/srv/x.deb  File not found - /srv/x.deb (2: No such file or directory) | some packages could not be downloaded; check the network, or the lists are old: sudo apt-get update
            E: You don't have enough free space in /var/cache/apt/archives/. | not enough free space in /var/cache/apt/archives/
            """)
    void errors_become_sentences_with_a_remedy(String stderr, String sentence) {
        assertEquals(sentence, AptErrors.inWords("apt-get", failed("", stderr)));
    }

    @Test
    void what_a_maintainer_script_says_of_a_lock_does_not_hide_which_package_failed() {
        assertEquals(
                "package twin-toy-broken could not be brought in order: exit status 7; mend it and run:"
                        + " sudo dpkg --configure -a && sudo apt-get -f install",
                AptErrors.inWords(
                        "apt-get",
                        failed(
                                "pmerror:twin-toy-broken:60.0000:exit status 7\n",
                                "dpkg: error: dpkg database lock was locked by /usr/bin/dpkg process with pid 42\n")));
    }

    @Test
    void of_apt_that_was_killed_is_told_that_and_not_what_it_said_before() {
        var noise = "Reading package lists...\npmstatus:aa:0.0000:Preparing aa\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "apt-get was killed by signal 9; what it had begun may be half done: sudo dpkg --configure -a && sudo apt-get -f install",
                AptErrors.inWords("apt-get", new Result.Ended(137, noise, new byte[0])));
    }

    @Test
    void what_is_not_known_is_told_in_apts_own_words_and_without_passwords() {
        assertEquals(
                "apt-get failed: odd https://…@host/; other",
                AptErrors.inWords("apt-get", failed("noise", "W: x\nE: odd https://me:secret@host/\nE: other")));
        assertTrue(AptErrors.inWords("apt-get", failed("", "E: " + "x".repeat(9000)))
                        .length()
                < 700);
    }
}

package dev.twinsync.cli.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.catalog.Catalog;
import dev.twinsync.cli.doctor.PolicyCheck;
import dev.twinsync.domain.plugin.ProgramName;
import dev.twinsync.domain.plugin.TrustedProgram;
import dev.twinsync.domain.policy.Policy;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.KnownNames;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.os.Self;
import dev.twinsync.port.Narration;
import dev.twinsync.port.SecretGate;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    @TempDir
    Path home;

    private PolicyFile file() {
        return new PolicyFile(home.resolve("policy.yaml"), Self.ofThisProcess().uid(), home);
    }

    private void says(String yaml, String rights) throws IOException {
        Files.writeString(home.resolve("policy.yaml"), yaml);
        Files.setPosixFilePermissions(home.resolve("policy.yaml"), PosixFilePermissions.fromString(rights));
    }

    private Reading<Policy> read() throws IOException {
        return file().read(here());
    }

    /** A repository with no plugins but those of twin itself, of which one is off. */
    private KnownNames here() throws IOException {
        var repository = home.resolve("repository");
        if (!Files.exists(repository)) {
            new GitTwinRepo(repository, home, SecretGate.SHUT)
                    .create(Map.of("config.yaml", "disabled_plugins: [cron.user]\n".getBytes(StandardCharsets.UTF_8)));
        }
        return Catalog.known(Wiring.of(repository, home, Narration.SILENT).plugins());
    }

    @Test
    void without_a_file_the_careful_policy_counts() throws IOException {
        assertEquals(new Reading.Value<>(Policy.DEFAULT), read());
    }

    @Test
    void what_the_owner_says_counts() throws IOException {
        says("pulled: {held: [network]}\nunattended:\n  apply: [cron.user]\n", "rw-------");
        var policy = ((Reading.Value<Policy>) read()).value();
        assertEquals(List.of("network"), policy.pulled().held());
        assertEquals(List.of("cron.user"), policy.unattended().apply());
    }

    @Test
    void what_is_wrong_has_its_place() throws IOException {
        says("pulled:\n  removal: true\n", "rw-------");
        var problem = read().problems().getFirst().toString();
        assertTrue(problem.contains("policy.yaml:2:3") && problem.contains("removals"), problem);
    }

    @Test
    void what_others_can_write_or_lead_elsewhere_does_not_count() throws IOException {
        says("pulled: {removals: true}\n", "rw-rw----");
        var shared = assertThrows(IOException.class, () -> read()).getMessage();
        assertTrue(shared.startsWith("twin's policy, ") && shared.contains("chmod 600"), shared);
        Files.move(home.resolve("policy.yaml"), home.resolve("other"));
        Files.createSymbolicLink(home.resolve("policy.yaml"), home.resolve("other"));
        var link = assertThrows(IOException.class, () -> read()).getMessage();
        assertTrue(link.contains("no plain file"), link);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'pulled:\n  held: [network, pakages]\n'            | 2:19 | there is no kind or plugin \"pakages\"; did you mean \"packages\"?",
                "'pulled:\n  held: [file.miror]\n'                  | 2:10 | did you mean \"files.mirror\"?",
                "'pulled:\n  held:\n    - flies:/etc/sudoers*\n'    | 3:7  | did you mean \"files\"?",
                "'pulled:\n  held: [\"pa*gs:x\"]\n'                | 2:10 | the kinds are packages, files",
                "'unattended:\n  apply: [cron.user, corn.user]\n'   | 2:22 | there is no plugin \"corn.user\"; did you mean \"cron.user\"?",
                "'unattended:\n  apply: [hue.lights]\n'             | 2:11 | there are packages.debian, files.mirror"
            })
    void what_it_names_and_there_is_not_would_hold_nothing_and_is_a_fault_with_its_place(
            String yaml, String place, String remedy) throws IOException {
        says(yaml, "rw-------");
        var problems = read().problems();
        assertEquals(1, problems.size(), problems::toString);
        var problem = problems.getFirst().toString();
        assertTrue(problem.contains("policy.yaml:" + place + " ") && problem.contains(remedy), problem);
    }

    @Test
    void what_is_there_and_off_may_be_named_by_kind_plugin_thing_and_pattern() throws IOException {
        says(
                "pulled: {held: [cron, cron.user, 'cron:@*', '*.debian', '*', logs.files]}\n"
                        + "unattended: {apply: [cron.user, system.info]}\n",
                "rw-------");
        assertEquals(List.of(), read().problems());
    }

    @Test
    void a_plugin_of_other_people_may_be_named_as_long_as_this_user_trusts_it() throws IOException {
        says("pulled: {held: [hue.lights]}\nunattended: {apply: [hue.lamps]}\n", "rw-------");
        assertEquals(2, read().problems().size());
        var program = program();
        var trust = new TrustFile(home, Self.ofThisProcess().uid(), home);
        trust.trust("hue.lights", program);
        trust.trust("hue.lamps@" + Sha256.of(new byte[0]), program);
        assertEquals(List.of(), read().problems());
    }

    private static TrustedProgram program() {
        return new TrustedProgram(new ProgramName("hue"), Sha256.of(new byte[0]), Sha256.of(new byte[0]));
    }

    /** How the things of such a plugin are called is known in its own repository only. */
    @Test
    void where_plugins_of_other_repositories_are_trusted_a_kind_may_be_theirs_unless_it_is_close_to_one_from_here()
            throws IOException {
        says("pulled: {held: ['lamps:*']}\n", "rw-------");
        assertEquals(1, read().problems().size());
        new TrustFile(home, Self.ofThisProcess().uid(), home).trust("hue.lights", program());
        assertEquals(List.of(), read().problems());
        says("pulled: {held: ['pakages:*']}\n", "rw-------");
        assertEquals(1, read().problems().size());
    }

    @Test
    void a_policy_that_is_wrong_in_itself_is_told_whatever_the_list_of_trusted_plugins_is() throws IOException {
        Files.writeString(home.resolve("plugins.yaml"), "{");
        says("pulled: {held: ['pakages:*'], remove: true}\n", "rw-------");
        var problems = read().problems();
        assertTrue(problems.getFirst().message().contains("\"remove\""), problems::toString);
    }

    @Test
    void doctor_tells_of_a_name_that_there_is_not() throws IOException {
        says("pulled: {held: [pakages]}\n", "rw-------");
        here();
        var finding = new PolicyCheck(home.resolve("repository"), home, file()).finding();
        assertTrue(finding.toString().contains("did you mean \"packages\"?"), finding::toString);
        var nowhere = new PolicyCheck(home.resolve("nowhere"), home, file()).finding();
        assertTrue(nowhere.toString().contains("nothing is applied unattended"), nowhere::toString);
    }
}

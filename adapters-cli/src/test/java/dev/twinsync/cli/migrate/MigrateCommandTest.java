package dev.twinsync.cli.migrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.CommandRun;
import dev.twinsync.cli.Predecessor;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.os.files.PrivateFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code twin migrate} on repositories in the formats of the predecessor, which are about another machine than this. */
@Tag("scanner")
class MigrateCommandTest {

    @TempDir
    private Path folder;

    private CommandRun migrate(Predecessor old, String more) {
        return CommandRun.in(folder.resolve("new"), "migrate " + old.root() + more);
    }

    private Predecessor old(String layout) throws IOException {
        return Predecessor.of(layout, folder.resolve("old"));
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.resolve("new").resolve(path), StandardCharsets.ISO_8859_1);
    }

    private boolean has(String path) {
        return Files.exists(folder.resolve("new").resolve(path));
    }

    private List<String> stored() throws IOException {
        var below = folder.resolve("new/filesystem");
        try (var files = Files.walk(below)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> below.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private void assertNothingLeaked(CommandRun run) throws IOException {
        try (var files = Files.walk(folder.resolve("new"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("ghp_"), file::toString);
            }
        }
        assertFalse((run.out() + run.err()).contains("ghp_"), run::toString);
        assertTrue(run.showsEverything(), run::toString);
    }

    @Test
    void what_was_noted_of_a_repository_that_is_gone_says_nothing_of_the_new_one() throws IOException {
        var note = StateFolder.ofThisProcess().whereabouts(folder.resolve("new"));
        new PrivateFolder(note.getParent()).make();
        Files.writeString(note, "alice@box\n");
        assertEquals(0, migrate(old("bash"), "").exit());
        assertFalse(Files.exists(note));
    }

    @Test
    void of_the_script_files_services_and_the_crontab_become_wishes_of_their_own() throws IOException {
        var run = migrate(old("bash"), " -v");
        assertEquals(0, run.exit(), run::toString);
        assertEquals(
                List.of("etc/default/run-me", "etc/hostname", "etc/latin1.conf", "etc/motd", "etc/ssh/sshd_config"),
                stored());
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("old/filesystem/etc/latin1.conf")),
                Files.readAllBytes(folder.resolve("new/filesystem/etc/latin1.conf")));
        assertEquals("""
                # yaml-language-server: $schema=../schema/state.schema.json
                services:
                  - name: cron.service
                    enabled: true
                    running: true
                  - name: cups.service
                    enabled: false
                    running: false
                  - name: networking.service
                    enabled: true
                  - name: nginx.service
                    enabled: true
                    running: true
                  - name: old.service
                    running: false
                    masked: true
                """, withoutModelines(read("state/services.yaml")));
        var cron = read("state/cron.yaml");
        assertTrue(cron.contains("command: /usr/local/bin/backup --all"), cron);
        assertTrue(cron.contains("schedule: \"@reboot\""), cron);
        assertTrue(cron.contains("MAILTO: alice@example.org"), cron);
        assertFalse(cron.contains("curl"), cron);
        assertNothingLeaked(run);
    }

    /** Whatever lines an editor wants at the top. */
    private static String withoutModelines(String yaml) {
        return yaml.replaceAll("# \\$schema: .*\n", "");
    }

    @Test
    void what_is_not_taken_over_is_told_with_file_line_and_reason() throws IOException {
        var run = migrate(old("bash"), " -v");
        for (String place : List.of(
                "system/packages/dpkg.txt:3 libc6",
                "system/services/desired-state.txt:4 getty@.service",
                "system/services/desired-state.txt:8 ssh.service",
                "system/services/desired-state.txt:10",
                "system/startup/user-crontab.txt:5",
                "filesystem/etc/shadow",
                "filesystem/etc/machine-id",
                "filesystem/etc/NetworkManager/system-connections/Home.nmconnection",
                "filesystem/home/alice/.config/app/settings.toml",
                "filesystem/etc/motd.twinbak-20251122143055",
                "plan-files.txt",
                "system/logs/journal-tail.txt",
                "system/uname.txt",
                "NOTES.md")) {
            assertTrue(run.out().contains("    " + place + "\n"), place + run);
        }
        assertTrue(run.out().contains("secrets are kept there, which twin never reads"), run.out());
        assertTrue(run.out().contains("is static, of which nothing can be wished"), run.out());
        assertTrue(run.out().contains("Next: twin plan --repo " + folder.resolve("new")), run.out());
    }

    @Test
    void a_list_of_all_packages_is_a_question_where_nobody_can_tell_which_were_asked_for() throws IOException {
        var run = migrate(old("bash"), "");
        assertEquals(0, run.exit(), run::toString);
        assertTrue(
                run.err().contains("Which of the packages in system/packages/dpkg.txt did somebody ask for?"),
                run.err());
        assertTrue(run.err().contains("--manual manual.txt"), run.err());
        assertTrue(
                read("state/packages.yaml").endsWith("packages:\n  - name: tmux\n    ensure: present\n"),
                "only what a person wrote, without a version: " + read("state/packages.yaml"));
    }

    @Test
    void the_answer_reduces_it_to_those() throws IOException {
        var manual = folder.resolve("manual.txt");
        Files.writeString(manual, "htop\ntmux\nvim\n");
        var run = migrate(old("bash"), " --manual " + manual);
        assertEquals(0, run.exit(), run::toString);
        assertFalse(run.err().contains("Which of the packages"), run.err());
        assertTrue(read("state/packages.yaml")
                .endsWith("packages:\n  - name: htop\n    ensure: present\n  - name: tmux\n    ensure: present\n"));
    }

    @Test
    void the_marks_of_apt_that_were_mirrored_reduce_it_too_and_a_line_of_a_person_always_counts() throws IOException {
        var old = old("bash")
                .write(
                        "filesystem/var/lib/apt/extended_states",
                        "Package: libc6\nArchitecture: amd64\nAuto-Installed: 1\n\nPackage: tmux\nAuto-Installed: 0\n\n"
                                + "Package: adduser\nArchitecture: amd64\nAuto-Installed: 1\n")
                .write("system/packages/dpkg.txt", "adduser 3.134\nlibc6 2.36\nripgrep\ntmux 3.3\n");
        var run = migrate(old, "");
        assertEquals(0, run.exit(), run::toString);
        assertTrue(
                read("state/packages.yaml")
                        .endsWith(
                                "packages:\n  - name: ripgrep\n    ensure: present\n  - name: tmux\n    ensure: present\n"),
                run::toString);
    }

    @Test
    void of_the_port_inline_contents_become_files_byte_for_byte() throws IOException {
        var run = migrate(old("python"), " -v");
        assertEquals(0, run.exit(), run::toString);
        assertEquals(
                List.of(
                        "etc/base64.conf",
                        "etc/empty.conf",
                        "etc/hostname",
                        "etc/mirrored.conf",
                        "etc/motd",
                        "etc/profile.d/mine.sh"),
                stored());
        assertEquals("Welcome\tback: to \"oldbox\"\n\n  indented\nlast line without end", read("filesystem/etc/motd"));
        assertEquals("caf\u00e9\n", read("filesystem/etc/base64.conf"));
        assertEquals("caf\u00e9 mirrored\n", read("filesystem/etc/mirrored.conf"));
        assertEquals(
                "export EDITOR=vi\n# café € \ud83d\ude00\n",
                Files.readString(folder.resolve("new/filesystem/etc/profile.d/mine.sh")));
        assertTrue(read("state/files.yaml").contains("    mode: \"0755\"\n"), read("state/files.yaml"));
        assertNothingLeaked(run);
    }

    @Test
    void contents_that_lost_bytes_are_not_passed_off_as_the_file() throws IOException {
        var run = migrate(old("python"), " -v");
        for (String path : List.of("/etc/latin1.conf", "/etc/dos.conf")) {
            assertTrue(
                    run.out()
                            .matches(
                                    "(?s).*lost bytes when it was kept[^\n]*\n(    [^\n]*\n)*?    state/files.yaml:[0-9]+ "
                                            + path + "\n.*"),
                    path + run);
        }
    }

    @Test
    void of_the_port_what_a_person_wrote_counts_and_what_it_got_wrong_does_not() throws IOException {
        var run = migrate(old("python"), " -v");
        assertTrue(
                read("state/packages.yaml")
                        .endsWith(
                                "packages:\n  - name: nano\n    ensure: absent\n  - name: ripgrep\n    ensure: present\n"),
                run::toString);
        assertTrue(read("state/services.yaml").endsWith("""
                                services:
                                  - name: cron.service
                                    enabled: true
                                    running: true
                                  - name: networking.service
                                    enabled: true
                                  - name: nginx.service
                                    enabled: true
                                    running: true
                                """), read("state/services.yaml"));
        var cron = read("state/cron.yaml");
        assertTrue(cron.contains("command: /usr/bin/weekly \"a  b\" %input"), cron);
        assertTrue(cron.contains("command: /usr/local/bin/backup --all"), cron);
        for (String place : List.of(
                "state/desktop.yaml",
                "state/system.yaml",
                "plugins/mine.own/plugin.yaml",
                "config.yaml:20",
                "config.yaml")) {
            assertTrue(run.out().contains("    " + place + "\n"), place + run);
        }
    }

    @Test
    void what_was_not_managed_or_is_not_to_be_there_is_not_wished_for() throws IOException {
        var old = old("python").write("state/files.yaml", """
                files:
                  - {path: /etc/kept.conf, content: kept}
                  - {path: /etc/not.conf, content: not managed, managed: no}
                  - {path: /etc/Not.conf, content: not managed, managed: False}
                  - {path: /etc/gone.conf, content: gone, ensure: absent}
                """);
        var run = migrate(old, " -v");
        assertEquals(0, run.exit(), run::toString);
        var files = read("state/files.yaml");
        assertTrue(files.contains("/etc/kept.conf"), files);
        for (String path : List.of("/etc/not.conf", "/etc/Not.conf", "/etc/gone.conf")) {
            assertFalse(files.contains(path), files);
            assertFalse(has("filesystem" + path), path);
        }
        assertTrue(run.out().contains("    state/files.yaml:5 /etc/gone.conf\n"), run.out());
    }

    @Test
    void a_file_that_is_too_large_to_be_held_is_told_and_never_cut_off() throws IOException {
        var old = old("bash");
        var big = old.root().resolve("filesystem/etc/big.img");
        try (var channel = Files.newByteChannel(big, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(64L << 20);
            channel.write(ByteBuffer.wrap(new byte[] {1}));
        }
        var run = migrate(old, " -v");
        assertEquals(0, run.exit(), run::toString);
        assertFalse(has("filesystem/etc/big.img"));
        assertFalse(read("state/files.yaml").contains("big.img"));
        assertTrue(run.out().contains("is larger than 64 MiB"), run.out());
    }

    @Test
    void where_the_younger_document_cannot_be_read_the_older_one_is_not_taken_for_it() throws IOException {
        var old = old("bash").write("state/services.yaml", "services:\n  - {name: cups.service, enabled: true\n");
        var run = migrate(old, " -v");
        assertEquals(4, run.exit(), "something of it is missing" + run);
        assertTrue(run.err().matches("(?s).*state/services.yaml:[0-9]+: cannot be read: .*"), run.err());
        assertTrue(run.err().contains("mend it there and migrate again"), run.err());
        assertTrue(read("state/services.yaml").endsWith("services: []\n"), read("state/services.yaml"));
        assertTrue(run.out().contains("is older than state/services.yaml, which cannot be read: mend"), run.out());
        assertTrue(read("state/cron.yaml").contains("backup --all"), "what is whole is taken");
    }

    @Test
    void a_configuration_that_cannot_be_read_makes_no_twin_repository_of_that_of_the_port() throws IOException {
        var old = old("python").write("config.yaml", "twin_repo: ~/old\nplugins: [\n");
        Files.delete(old.root().resolve("state/system.yaml"));
        var run = migrate(old, "");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.err().matches("(?s).*config.yaml:[0-9]+: cannot be read: .*"), run.err());
        assertFalse(run.err().contains("twin repository already"), run.err());
        assertFalse(has("config.yaml"));
    }

    @Test
    void of_two_entries_that_say_the_same_the_second_is_told() throws IOException {
        var old = old("python")
                .write("state/packages.yaml", "packages:\n  - name: htop\n  - name: tmux\n  - name: htop\n")
                .write(
                        "state/services.yaml",
                        "services: [{name: a.service, enabled: true}, {name: a.service, enabled: yes}]\n");
        var run = migrate(old, " -v");
        assertEquals(0, run.exit(), run::toString);
        assertTrue(
                read("state/packages.yaml")
                        .endsWith("  - name: htop\n    ensure: present\n  - name: tmux\n    ensure: present\n"),
                run::toString);
        assertTrue(run.out().contains("is said in line 2 already, which says the same and counts"), run.out());
        assertTrue(run.out().contains("    state/packages.yaml:4 htop\n"), run.out());
        assertTrue(run.out().contains("    state/services.yaml:1 a.service\n"), run.out());
    }

    @Test
    void of_two_entries_that_contradict_each_other_none_is_taken_and_both_are_told() throws IOException {
        var old = old("python")
                .write(
                        "state/packages.yaml",
                        "packages:\n  - {name: htop, installed: true, version: '1:3'}\n  - {name: tmux}\n"
                                + "  - {name: htop, ensure: absent}\n")
                .write(
                        "state/services.yaml",
                        "services:\n  - {name: a.service, enabled: true}\n  - {name: a.service, enabled: false}\n");
        var run = migrate(old, " --output json");
        assertEquals(4, run.exit(), run::toString);
        assertTrue(
                read("state/packages.yaml").endsWith("packages:\n  - name: tmux\n    ensure: present\n"),
                run::toString);
        assertTrue(read("state/services.yaml").endsWith("services: []\n"), run::toString);
        for (String place : List.of(
                "state/packages.yaml:2: htop is said otherwise in line 4",
                "state/packages.yaml:4: htop is said otherwise in line 2",
                "state/services.yaml:2: a.service is said otherwise in line 3",
                "state/services.yaml:3: a.service is said otherwise in line 2")) {
            assertTrue(run.err().contains(place), place + run);
        }
        assertTrue(run.out().contains("\"unsettled\": ["), run.out());
    }

    @Test
    void of_two_entries_for_one_file_none_wins_in_silence() throws IOException {
        var old = old("python").write("filesystem/etc/x", "mirrored\n").write("state/files.yaml", """
                        files:
                          - {path: /etc/x, content: "one\\n"}
                          - {path: /etc/y, mode: "0644", content: "same\\n"}
                          - {path: /etc/y, content: "same\\n", mode: "0644"}
                          - {path: /etc/x, managed: false}
                        """);
        var run = migrate(old, " -v");
        assertEquals(4, run.exit(), run::toString);
        assertTrue(run.err().contains("state/files.yaml:2: /etc/x is said otherwise in line 5"), run.err());
        assertTrue(run.err().contains("state/files.yaml:5: /etc/x is said otherwise in line 2"), run.err());
        assertTrue(run.out().contains("    state/files.yaml:4 /etc/y\n"), run.out());
        assertFalse(read("state/files.yaml").contains("/etc/x"), run::toString);
        assertTrue(read("state/files.yaml").contains("path: /etc/y"), run::toString);
    }

    @Test
    void a_document_or_an_entry_in_another_form_is_nothing_that_may_be_overlooked() throws IOException {
        var old = old("python")
                .write("state/packages.yaml", "packages: htop\n")
                .write("state/services.yaml", "services:\n  - cups.service\n");
        var run = migrate(old, "");
        assertEquals(4, run.exit(), run::toString);
        assertTrue(
                run.err().contains("state/packages.yaml:1: is text where a list of packages should be; nothing of it"),
                run.err());
        assertTrue(run.err().contains("state/services.yaml:2: is "), run.err());
        assertTrue(run.err().contains("mend it there and migrate again"), run.err());
    }

    @Test
    void a_name_that_is_not_utf_8_leaves_out_its_file_and_nothing_else() throws IOException, InterruptedException {
        var old = old("bash");
        var made = new ProcessBuilder("sh", "-c", "printf mine >\"$(printf 'filesystem/etc/caf\\351.conf')\"")
                .directory(old.root().toFile())
                .start();
        assertEquals(0, made.waitFor());
        var run = migrate(old, " -v");
        assertEquals(0, run.exit(), run::toString);
        assertTrue(run.out().contains("    filesystem/etc/caf\ufffd.conf\n"), run.out());
        assertTrue(has("filesystem/etc/motd"));
    }

    @Test
    void the_package_passwd_and_its_version_are_no_password() throws IOException {
        var old = old("bash")
                .write("system/packages/dpkg.txt", "base-passwd 3.6.1\npasswd 1:4.13+dfsg1-1+deb12u1\ntmux\n");
        var run = migrate(old, "");
        assertEquals(0, run.exit(), run::toString);
        assertFalse(run.err().contains("dpkg.txt:"), run.err());
    }

    @Test
    void a_list_of_manual_packages_that_is_none_is_told_in_a_sentence() throws IOException {
        var old = old("bash");
        var run = migrate(old, " --manual " + folder);
        assertEquals(1, run.exit());
        assertTrue(run.err().contains(folder + " is no file"), run.err());
        assertFalse(Files.exists(folder.resolve("new")));

        var latin = folder.resolve("latin.txt");
        Files.write(latin, new byte[] {'h', 't', 'o', 'p', '\n', (byte) 0xe9, '\n'});
        var read = migrate(old, " --manual " + latin);
        assertEquals(0, read.exit(), read::toString);
        assertTrue(read("state/packages.yaml").contains("htop"));
    }

    @Test
    void a_list_of_manual_packages_may_come_through_a_pipe() throws Exception {
        var pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        var writer = new ProcessBuilder("sh", "-c", "echo htop >" + pipe).start();
        try {
            var run = migrate(old("bash"), " --manual " + pipe);
            assertEquals(0, run.exit(), run::toString);
            assertTrue(read("state/packages.yaml").contains("htop"));
        } finally {
            writer.destroy();
        }
    }

    @Test
    void the_folders_that_were_mirrored_and_the_plugins_that_were_off_go_on() throws IOException {
        var run = migrate(old("python"), "");
        var config = read("config.yaml");
        assertTrue(config.contains("  roots:\n    - \"/etc\"\n    - \"/home/alice/.config\"\n  # Patterns"), config);
        assertTrue(config.contains("\ndisabled_plugins: [cron.user]\n"), config);
        assertTrue(run.out().contains("alice/twin-oldbox"), run.out());
        var validate = CommandRun.in(folder.resolve("new"), "config validate");
        assertEquals(0, validate.exit(), validate::toString);
    }

    @Test
    void tokens_are_told_with_a_mask_to_be_rotated_and_never_copied_not_those_of_the_past_either()
            throws IOException, GitAPIException {
        var run = migrate(old("python").inGit(), "");
        assertEquals(0, run.exit(), run::toString);
        assertTrue(run.err().contains("config.yaml:9: a secret lies in the open (token): token: ‹secret "), run.err());
        assertTrue(
                run.err().matches("(?s).*filesystem/etc/app/secret.conf:1 of commit [0-9a-f]{10}: a secret.*"),
                run.err());
        assertTrue(run.err().contains("rotate it"), run.err());
        assertTrue(run.err().contains("none of these was copied"), run.err());
        assertNothingLeaked(run);
    }

    @Test
    void the_address_of_the_remote_is_looked_at_too() throws IOException, GitAPIException {
        var old = old("bash").inGit();
        Files.writeString(
                old.root().resolve(".git/config"),
                "[remote \"origin\"]\n\turl = https://alice:" + Predecessor.TOKEN + "@example.org/alice/twin.git\n",
                StandardOpenOption.APPEND);
        var run = migrate(old, "");
        assertTrue(run.err().contains(".git/config:"), run.err());
        assertNothingLeaked(run);
    }

    @Test
    void the_old_repository_is_not_touched() throws IOException, GitAPIException {
        var old = old("bash").with("python").inGit();
        var before = old.everything();
        assertEquals(0, migrate(old, "").exit());
        assertEquals(before, old.everything());
    }

    @Test
    void where_both_worked_the_younger_document_counts() throws IOException {
        var run = migrate(old("bash").with("python"), " -v");
        assertEquals(0, run.exit(), run::toString);
        assertTrue(run.out().contains("made by the script and its port to Python"), run.out());
        assertTrue(run.out().contains("is older than the document of state/"), run.out());
        assertTrue(read("state/packages.yaml").contains("ripgrep"));
        assertEquals("Welcome\tback: to \"oldbox\"\n\n  indented\nlast line without end", read("filesystem/etc/motd"));
        assertTrue(has("filesystem/etc/ssh/sshd_config"));
    }

    @Test
    void it_is_one_commit_of_a_whole_twin_repository() throws IOException, GitAPIException {
        var run = migrate(old("python"), " --output json");
        assertTrue(run.out().contains("\"made_by\": \"python\""), run.out());
        try (var git = Git.open(folder.resolve("new").toFile())) {
            var commits = git.log().call().iterator();
            assertEquals("twin migrate", commits.next().getShortMessage());
            assertFalse(commits.hasNext());
            assertTrue(git.status().call().isClean(), git.status().call().getUncommittedChanges()::toString);
        }
        for (String path : List.of("AGENTS.md", "schema/state.schema.json", "plugins/cron.user/plugin.yaml")) {
            assertTrue(has(path), path);
        }
    }

    @Test
    void nothing_is_made_where_something_is_or_of_what_is_no_such_repository() throws IOException {
        var old = old("bash");
        Files.createDirectories(folder.resolve("new"));
        Files.writeString(folder.resolve("new/mine"), "mine");
        var there = migrate(old, "");
        assertEquals(1, there.exit());
        assertTrue(there.err().contains("not empty"), there.err());

        var inside = CommandRun.in(old.root().resolve("new"), "migrate " + old.root());
        assertEquals(1, inside.exit());
        assertFalse(Files.exists(old.root().resolve("new")));

        var stranger = folder.resolve("stranger");
        Files.createDirectories(stranger);
        var none = CommandRun.in(folder.resolve("other"), "migrate " + stranger);
        assertEquals(1, none.exit());
        assertTrue(none.err().contains("was not made by twinsync"), none.err());
        assertFalse(Files.exists(folder.resolve("other")));

        assertEquals(
                0,
                CommandRun.in(folder.resolve("twin"), "migrate " + old.root()).exit());
        var twin = CommandRun.in(folder.resolve("again"), "migrate " + folder.resolve("twin"));
        assertEquals(1, twin.exit());
        assertTrue(twin.err().contains("twin repository already"), twin.err());
    }

    @Test
    void the_configuration_of_the_script_is_read_and_never_run() throws IOException {
        var config = folder.resolve("config");
        var trap = folder.resolve("trap");
        Files.writeString(config, """
                # mine
                TWIN_REPO="%s"
                GITHUB_USER='alice'
                GITHUB_TOKEN="%s"
                GITHUB_DEVICE_REPO=twin-oldbox
                EXTRA="$(touch %s)"
                OTHER=`touch %s`
                FS_ROOTS="/etc /srv"
                touch %s
                """.formatted(folder.resolve("old"), Predecessor.TOKEN, trap, trap, trap));
        var run = migrate(old("bash"), " -v --config " + config);
        assertEquals(0, run.exit(), run::toString);
        assertFalse(Files.exists(trap));
        for (int line : new int[] {6, 7, 9}) {
            assertTrue(run.out().contains("    " + config + ":" + line + "\n"), line + run.out());
        }
        assertTrue(read("config.yaml").contains("  roots:\n    - \"/etc\"\n    - \"/srv\"\n"));
        assertTrue(run.err().contains(config + ":4: a secret lies in the open (token)"), run.err());
        assertTrue(run.out().contains("alice/twin-oldbox"), run.out());
        assertNothingLeaked(run);
    }
}

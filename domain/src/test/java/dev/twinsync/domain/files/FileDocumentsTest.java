package dev.twinsync.domain.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileDocumentsTest {

    private static final Files FILES = new Files();
    private static final TargetPath SSHD = new TargetPath("/etc/ssh/sshd_config");

    private static Tree.Mapping lines(String... keysAndValues) {
        var map = Tree.map();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            map.put(keysAndValues[at], keysAndValues[at + 1]);
        }
        return map.build();
    }

    private static DesiredFile.Regular sshd(Optional<FileMode> mode, Optional<Digest> digest) {
        return new DesiredFile.Regular(
                SSHD, TwinPath.mirrorOf(SSHD), mode, Optional.empty(), Optional.empty(), List.of(), digest);
    }

    @Test
    void a_file_needs_no_word_of_its_type_or_presence() {
        assertEquals(
                new Reading.Value<DesiredFile>(sshd(Optional.of(new FileMode("0644")), Optional.empty())),
                FILES.desired()
                        .read(lines(
                                "path", "/etc/ssh/sshd_config",
                                "twin_path", "filesystem/etc/ssh/sshd_config",
                                "mode", "0644")));
    }

    @Test
    void the_words_of_presence_and_type_stand_behind_the_path() {
        assertEquals(
                lines("path", "/etc/x", "ensure", "present", "type", "symlink", "target", "../y"),
                FILES.desired()
                        .write(new DesiredFile.Symlink(new TargetPath("/etc/x"), new LinkTarget("../y"), List.of())));
        assertEquals(
                lines("path", "/etc/x", "ensure", "absent"),
                FILES.desired().write(new DesiredFile.Absent(new TargetPath("/etc/x"), List.of())));
    }

    @Test
    void a_line_of_another_type_is_an_error() {
        assertEquals(
                List.of(
                        new Problem(
                                Place.NONE,
                                "unknown key \"twin_path\"; known here: ensure, notify, path, target, type"),
                        new Problem(Place.NONE, "\"target\" is missing")),
                FILES.desired()
                        .read(lines("path", "/etc/x", "type", "symlink", "twin_path", "filesystem/x"))
                        .problems());
    }

    @Test
    void a_misspelt_type_names_the_known_ones() {
        assertEquals(
                List.of(new Problem(
                        Place.NONE,
                        "expected file or directory or symlink, found \"simlink\"; did you mean \"symlink\"?")),
                FILES.desired().read(lines("path", "/etc/x", "type", "simlink")).problems());
    }

    @Test
    void the_schema_has_one_form_for_each_type_and_one_for_absence() {
        var forms = (Tree.Sequence) FILES.desired().schema().get("oneOf").orElseThrow();
        assertEquals(
                List.of(
                        List.of("path", "twin_path"),
                        List.of("type", "path"),
                        List.of("type", "path", "target"),
                        List.of("ensure", "path")),
                forms.items().stream().map(FileDocumentsTest::required).toList());
    }

    private static List<String> required(Tree form) {
        var required = (Tree.Sequence) ((Tree.Mapping) form).get("required").orElseThrow();
        return required.items().stream()
                .map(item -> ((Tree.Scalar) item).text())
                .toList();
    }

    @Test
    void a_written_digest_must_be_the_one_of_the_content() {
        var one = new Digest("sha256:" + "1".repeat(64));
        var other = new Digest("sha256:" + "2".repeat(64));
        assertEquals(
                sshd(Optional.empty(), Optional.of(one)),
                sshd(Optional.empty(), Optional.empty()).withDigest(one));
        assertEquals(
                sshd(Optional.empty(), Optional.of(one)),
                sshd(Optional.empty(), Optional.of(one)).withDigest(one));
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> sshd(Optional.empty(), Optional.of(one)).withDigest(other));
        assertEquals(
                "the content of filesystem/etc/ssh/sshd_config is " + other + ", but its line says " + one
                        + "; bring that content back, or write the digest of this one if it is meant",
                refused.getMessage());
    }

    @Test
    void a_digest_is_what_sha256_gives() {
        assertEquals(new Digest("sha256:" + "00".repeat(31) + "ff"), Digest.ofSha256(bytesEndingInFf()));
        assertThrows(IllegalArgumentException.class, () -> new Digest("sha256:" + "F".repeat(64)));
        assertThrows(IllegalArgumentException.class, () -> new Digest("md5:" + "0".repeat(32)));
    }

    private static byte[] bytesEndingInFf() {
        var bytes = new byte[32];
        bytes[31] = (byte) 0xff;
        return bytes;
    }
}

package dev.twinsync.git.attributes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.twinsync.git.GitFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the machine's files come back from a clone byte for byte; git is asked what really happens to them. */
class KeptBytesTest extends GitFixture {

    private static final String OURS = "* -text\n/filesystem/** -ident !filter !working-tree-encoding\n";

    /** What each setting and each attribute takes for something to change. */
    private static final Map<String, String> FILES = Map.of(
            "filesystem/etc/unix.conf", "a\nb\n",
            "filesystem/etc/dos.conf", "a\r\nb\r\n",
            "filesystem/etc/ident.conf", "$Id$\n",
            "filesystem/etc/latin.conf", "\u00e9\n",
            "filesystem/etc/bare.conf", "a\0b\r\n\u00ff");

    private void commitFiles(String attributes) throws IOException {
        put(".gitattributes", attributes);
        for (var file : FILES.entrySet()) {
            repo.store(file.getKey(), new ByteArrayInputStream(raw(file.getValue())));
        }
        commitAll();
    }

    private void commitAll() throws IOException {
        commit(".gitattributes", "filesystem", "docs");
    }

    private static byte[] raw(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The files that have other bytes in a clone whose owner has all settings that change some. */
    private Set<String> changedInClone() throws IOException {
        var clone = folder.resolve("clone");
        Files.writeString(home.resolve("attributes"), "* text ident filter=louder\n");
        git(
                "-c",
                "core.attributesFile=" + home.resolve("attributes"),
                "clone",
                "-q",
                "-c",
                "core.attributesFile=" + home.resolve("attributes"),
                "-c",
                "core.autocrlf=true",
                "-c",
                "filter.louder.smudge=tr a-z A-Z",
                root.toString(),
                clone.toString());
        var changed = new TreeSet<String>();
        for (var file : FILES.entrySet()) {
            if (!Arrays.equals(raw(file.getValue()), Files.readAllBytes(clone.resolve(file.getKey())))) {
                changed.add(file.getKey());
            }
        }
        return changed;
    }

    private static String told(List<Unkept> lacking) {
        return String.join(
                "; ",
                lacking.stream()
                        .map(one -> one.by()
                                        .map(line -> line.file() + ":" + line.number() + " " + line.text())
                                        .orElse("nothing")
                                + " " + one.attributes())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {OURS, KeptBytes.RULE + "\n", "*.conf ident text\n" + OURS + "*.md text\n/docs/** text eol=crlf\n"
            })
    void a_clone_has_the_bytes_where_nothing_is_told_of_whatever_the_settings_say(String attributes)
            throws IOException {
        put("docs/a.conf", "mine\n");
        commitFiles(attributes);
        assertEquals(List.of(), KeptBytes.lackingHere(repo));
        assertEquals(List.of(), KeptBytes.lackingIn(repo.at("HEAD")));
        assertEquals(Set.of(), changedInClone());
        assertEquals("", git("status", "--porcelain", "filesystem"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .gitattributes                | * text=auto                       | text
            .gitattributes                | *.conf text eol=crlf              | text
            .gitattributes                | *.conf !text                      | text
            .gitattributes                | *.conf ident                      | ident
            .gitattributes                | *.conf filter=louder              | filter
            .gitattributes                | dos.conf working-tree-encoding=UTF-16 | working-tree-encoding
            filesystem/.gitattributes     | * text eol=crlf                   | text
            filesystem/etc/.gitattributes | ident.conf ident                  | ident
            """)
    void a_rule_by_which_a_clone_has_other_bytes_is_told_with_its_place(String file, String rule, String attribute)
            throws IOException {
        commitFiles(OURS);
        put(file, (file.equals(".gitattributes") ? OURS : "\n\n") + rule + "\n");
        commitAll();
        assertFalse(changedInClone().isEmpty(), "git changes nothing by this");
        var expected = file + ":3 " + rule + " [" + attribute + "]";
        assertEquals(expected, told(KeptBytes.lackingHere(repo)));
        assertEquals(expected, told(KeptBytes.lackingIn(repo.at("HEAD"))));
    }

    @Test
    void a_macro_is_told_of_by_the_line_that_uses_it() throws IOException {
        commitFiles("[attr]lines text eol=crlf\n" + OURS + "*.conf lines\n");
        assertFalse(changedInClone().isEmpty());
        assertEquals(".gitattributes:4 *.conf lines [text]", told(KeptBytes.lackingHere(repo)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*.md text\n"})
    void where_no_rule_says_anything_the_settings_of_the_clone_decide(String attributes) throws IOException {
        commitFiles(attributes);
        assertFalse(changedInClone().isEmpty());
        var lacking = KeptBytes.lackingHere(repo);
        assertEquals("nothing [filter, ident, text, working-tree-encoding]", told(lacking));
        assertEquals(FILES.keySet(), Set.copyOf(lacking.getFirst().files()));
    }

    @Test
    void without_a_file_of_rules_nothing_is_kept() throws IOException {
        commitFiles(OURS);
        Files.delete(root.resolve(".gitattributes"));
        assertEquals("nothing [filter, ident, text, working-tree-encoding]", told(KeptBytes.lackingHere(repo)));
        assertEquals(List.of(), KeptBytes.lackingIn(repo.at("HEAD")));
    }

    @Test
    void rules_of_this_clone_alone_are_told_here_and_come_to_no_other() throws IOException {
        commitFiles(OURS);
        put(".git/info/attributes", "*.conf ident text\n");
        assertEquals(".git/info/attributes:1 *.conf ident text [ident, text]", told(KeptBytes.lackingHere(repo)));
        assertEquals(List.of(), KeptBytes.lackingIn(repo.at("HEAD")));
        assertEquals(Set.of(), changedInClone());
        for (String file : FILES.keySet()) {
            Files.setLastModifiedTime(root.resolve(file), FileTime.fromMillis(1));
        }
        assertEquals(
                " M filesystem/etc/bare.conf\n M filesystem/etc/dos.conf\n",
                git("status", "--porcelain", "filesystem"));
    }

    @Test
    void settings_of_the_repository_change_nothing_where_the_rules_are_there() throws IOException {
        commitFiles(OURS);
        git("config", "core.autocrlf", "true");
        Files.writeString(home.resolve("attributes"), "* text ident\n");
        git("config", "core.attributesFile", home.resolve("attributes").toString());
        assertEquals(List.of(), KeptBytes.lackingHere(repo));
        for (String file : FILES.keySet()) {
            Files.delete(root.resolve(file));
        }
        git("checkout", "-q", "--", "filesystem");
        for (var file : FILES.entrySet()) {
            assertArrayEquals(raw(file.getValue()), Files.readAllBytes(root.resolve(file.getKey())), file.getKey());
        }
        assertEquals("", git("status", "--porcelain", "filesystem"));
    }

    @Test
    void what_the_machine_calls_so_is_kept_under_another_name_and_rules_nothing() throws IOException {
        commitFiles(OURS);
        store("filesystem/etc/%.gitattributes", "* text ident\n");
        commitAll();
        assertEquals(List.of(), KeptBytes.lackingHere(repo));
        assertEquals(Set.of(), changedInClone());
    }

    @Test
    void a_link_in_the_place_of_rules_is_followed_by_nobody() throws IOException {
        commitFiles(OURS);
        var rules = Files.writeString(folder.resolve("rules"), "* ident\n");
        Files.createSymbolicLink(root.resolve("filesystem/.gitattributes"), rules);
        assertEquals(List.of(), KeptBytes.lackingHere(repo));
        assertEquals(
                "filesystem/etc/ident.conf: ident: unset\n",
                git("check-attr", "ident", "filesystem/etc/ident.conf").replaceAll("(?m)^warning.*\n", ""));
    }
}

package dev.twinsync.domain.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Masks in what is written down. */
class RedactionTest {

    private static final String SECRET = "Hunter2x9Q";
    private static final String FINGERPRINT = "00000000deadbeef";
    private static final String MASK = "‹secret " + FINGERPRINT + "›";

    private final Redaction redaction =
            new Redaction(secret -> secret.equals(SECRET) ? FINGERPRINT : "1".repeat(16), Set.of());
    private final Redaction allowing = new Redaction(redaction.fingerprints(), Set.of(FINGERPRINT));

    @Test
    void a_text_of_a_tree_is_masked_by_what_it_says_and_by_its_name() {
        var place = new Place("state/cron.yaml", 3, 7);
        var secret = new Tree.Scalar(SECRET, false, place);
        var said = new Tree.Scalar("--password " + SECRET, false, place);
        var tree = Tree.map()
                .put("password", secret)
                .put("command", said)
                .put("plain", secret)
                .put(
                        "list",
                        Tree.list(List.of(
                                said, Tree.map().put("api_token", secret).build())))
                .put("login password=" + SECRET, Tree.text("x"))
                .build();

        assertEquals(
                Tree.map()
                        .put("password", new Tree.Scalar(MASK, false, place))
                        .put("command", new Tree.Scalar("--password " + MASK, false, place))
                        .put("plain", secret)
                        .put(
                                "list",
                                Tree.list(List.of(
                                        new Tree.Scalar("--password " + MASK, false, place),
                                        Tree.map()
                                                .put("api_token", new Tree.Scalar(MASK, false, place))
                                                .build())))
                        .put("login password=" + MASK, Tree.text("x"))
                        .build(),
                redaction.tree(tree));
        assertEquals(tree, allowing.tree(tree));
    }

    @Test
    void numbers_and_truths_stay_what_they_are() {
        var tree = Tree.map()
                .put("count", Tree.literal(42))
                .put("enabled", Tree.literal(true))
                .build();
        assertEquals(tree, redaction.tree(tree));
    }

    @Test
    void variables_are_masked_by_their_names_and_by_what_they_say() {
        assertEquals(
                Map.of("DB_PASSWORD", MASK, "MAILTO", "root", "URL", "https://a:" + MASK + "@b/", "OTHER", SECRET),
                redaction.values(Map.of(
                        "DB_PASSWORD",
                        SECRET,
                        "MAILTO",
                        "root",
                        "URL",
                        "https://a:" + SECRET + "@b/",
                        "OTHER",
                        SECRET)));
        assertEquals(Map.of("DB_PASSWORD", SECRET), allowing.values(Map.of("DB_PASSWORD", SECRET)));
        assertEquals(Map.of("DB_PASSWORD", MASK), redaction.values(Map.of("DB_PASSWORD", MASK)));
        assertEquals(Map.of("DB_PASSWORD", "$FROM_FILE"), redaction.values(Map.of("DB_PASSWORD", "$FROM_FILE")));
    }

    @Test
    void what_is_allowed_is_no_leak_and_the_rest_of_its_line_is() {
        var line = "password=\"" + SECRET + "\" token=\"xK9fQ2mZ7vB1\"";
        assertEquals("password=\"" + SECRET + "\" token=\"‹secret 1111111111111111›\"", allowing.text(line));
        assertEquals(
                List.of("1111111111111111"),
                allowing.leaks("a", line).stream().map(Leak::fingerprint).toList());
    }

    @Test
    void a_leak_is_told_with_its_line_and_never_with_its_secret() {
        var leaks = redaction.leaks("state/a", "one\nlogin password=" + SECRET + " \u001b\n");
        assertEquals(
                List.of(new Leak("state/a", 2, NamedValues.NAME, "login password=" + MASK + " \\u001b", FINGERPRINT)),
                leaks);
    }
}

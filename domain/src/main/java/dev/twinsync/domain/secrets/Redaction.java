package dev.twinsync.domain.secrets;

import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Puts masks in the place of secrets, on one machine.
 *
 * @param allowed the fingerprints of what its owner said is none, or may be seen
 */
public record Redaction(Fingerprints fingerprints, Set<String> allowed) {

    public Redaction {
        allowed = Set.copyOf(allowed);
    }

    /** The text with masks. Its lines stay, but for those of a private key, which become one. */
    public String text(String text) {
        return String.join("\n", lines(linesOf(text)));
    }

    /** As {@link #text}, of lines without their ends. */
    public List<String> lines(List<String> lines) {
        var masked = new ArrayList<String>();
        read(lines, (_, part) -> masked.add(part.text()));
        return masked;
    }

    /** What must not be committed, in the order of the file. */
    public List<Leak> leaks(String file, String text) {
        var leaks = new ArrayList<Leak>();
        read(linesOf(text), (index, part) -> report(file, index, part, leaks));
        return leaks;
    }

    /** Hands on each line with its index, and behind the heading of a private key all of the key, with the heading's. */
    private void read(List<String> lines, BiConsumer<Integer, MaskedText> reader) {
        int next = 0;
        while (next < lines.size()) {
            int end = PrivateKeys.endOf(lines, next);
            reader.accept(next, masked(lines.get(next), PrivateKeys.isHeading(lines, next, end)));
            if (end > next + 1) {
                reader.accept(next, keyMasked(lines.subList(next + 1, end)));
            }
            next = end;
        }
    }

    private static void report(String file, int index, MaskedText masked, List<Leak> leaks) {
        for (MaskedText.Spot spot : masked.spots()) {
            leaks.add(new Leak(file, index + 1, spot.rule(), masked.around(spot), spot.fingerprint()));
        }
    }

    private static List<String> linesOf(String text) {
        return List.of(text.split("\n", -1));
    }

    /** @param headsKey the key itself is in the lines below, and its heading may be seen */
    private MaskedText masked(String line, boolean headsKey) {
        var findings = SecretScanner.find(line);
        return masked(
                line,
                findings.stream()
                        .filter(finding -> !headsKey || !finding.rule().equals(PrivateKeys.RULE))
                        .toList());
    }

    private MaskedText keyMasked(List<String> body) {
        var key = String.join("\n", body);
        return masked(key, List.of(new Finding(PrivateKeys.RULE, 0, key.length())));
    }

    private MaskedText masked(String text, List<Finding> findings) {
        var masked = new StringBuilder();
        var spots = new ArrayList<MaskedText.Spot>();
        int done = 0;
        for (Finding finding : findings) {
            var fingerprint = fingerprints.of(text.substring(finding.start(), finding.end()));
            if (!allowed.contains(fingerprint)) {
                int start = masked.append(text, done, finding.start()).length();
                int end = masked.append(Mask.of(fingerprint)).length();
                spots.add(new MaskedText.Spot(finding.rule(), fingerprint, start, end));
                done = finding.end();
            }
        }
        return new MaskedText(masked.append(text, done, text.length()).toString(), spots);
    }

    /** A mask for all of a text that is known to be a secret. */
    public String whole(String secret) {
        return masked(secret, List.of(new Finding(NamedValues.NAME, 0, secret.length())))
                .text();
    }

    /** The same values with masks, by their names and by what they say. */
    public Map<String, String> values(Map<String, String> byName) {
        var masked = new TreeMap<String, String>();
        byName.forEach((name, value) -> masked.put(name, value(name, value)));
        return masked;
    }

    private String value(String name, String value) {
        return SecretName.of(name).holds(value, true) ? whole(value) : text(value);
    }

    /** The same tree with masks in its texts, by what they say and by the names that they have. */
    public Tree tree(Tree tree) {
        return switch (tree) {
            case Tree.Scalar scalar -> new Tree.Scalar(text(scalar.text()), scalar.plain(), scalar.place());
            case Tree.Sequence list ->
                new Tree.Sequence(list.items().stream().map(this::tree).toList(), list.place());
            case Tree.Mapping map ->
                new Tree.Mapping(map.entries().stream().map(this::entry).toList(), map.place());
        };
    }

    private Tree.Entry entry(Tree.Entry entry) {
        var value = entry.value() instanceof Tree.Scalar scalar
                ? new Tree.Scalar(value(entry.key(), scalar.text()), scalar.plain(), scalar.place())
                : tree(entry.value());
        return new Tree.Entry(text(entry.key()), value, entry.place());
    }
}

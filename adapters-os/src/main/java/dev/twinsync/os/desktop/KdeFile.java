package dev.twinsync.os.desktop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a file of KDE says, as KConfig reads it: groups, below them {@code key=value}, with escapes in all three. */
final class KdeFile {

    private static final int HEX = 16;

    private final Map<List<String>, Map<String, String>> groups = new HashMap<>();
    private final KdeMarks marks = new KdeMarks();

    private KdeFile() {}

    static KdeFile parse(byte[] bytes) {
        var file = new KdeFile();
        List<String> group = List.of();
        for (String raw : new String(bytes, StandardCharsets.ISO_8859_1).split("\n")) {
            var line = trimmed(raw);
            if (line.equals(KdeMarks.FIXED)) {
                file.marks.fixAll();
            } else if (line.startsWith("[")) {
                group = file.groupsOf(line);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                file.add(group, line);
            }
        }
        return file;
    }

    Optional<String> value(List<String> group, String key) {
        return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(key));
    }

    /** Whether a mark in the file says that this setting is not to be changed. */
    boolean isFixed(List<String> group, String key) {
        return marks.isFixed(group, key);
    }

    /** {@code [a][b][$i]}: the mark at the end says that the group cannot be changed. */
    private List<String> groupsOf(String line) {
        var names = new ArrayList<String>();
        int start = 1;
        int end = line.indexOf(']', start);
        while (end >= 0) {
            names.add(line.substring(start, end));
            boolean more = end + 1 < line.length() && line.charAt(end + 1) == '[';
            start = end + 2;
            end = more ? line.indexOf(']', start) : -1;
        }
        boolean fixed = names.size() > 1 && names.getLast().equals("$i");
        if (fixed) {
            names.removeLast();
        }
        var group = names.stream().map(KdeFile::unescaped).toList();
        if (fixed) {
            marks.fix(group);
        }
        return group;
    }

    private void add(List<String> group, String line) {
        int equals = line.indexOf('=');
        var key = trimmed(equals < 0 ? line : line.substring(0, equals));
        var value = equals < 0 ? "" : trimmed(line.substring(equals + 1));
        int bracket = key.indexOf('[');
        var options = bracket < 0 ? "" : key.substring(bracket);
        if (isTranslation(options)) {
            return;
        }
        var name = unescaped(bracket < 0 ? key : key.substring(0, bracket));
        var settings = groups.computeIfAbsent(group, _ -> new HashMap<>());
        if (options.contains("i")) {
            marks.fix(group, name);
        }
        if (options.contains("d")) {
            settings.remove(name);
        } else {
            settings.put(name, unescaped(value));
        }
    }

    /** {@code Name[de]}, unlike {@code Name[$i]}. */
    private static boolean isTranslation(String options) {
        return !options.isEmpty() && !options.startsWith("[$");
    }

    private static String unescaped(String raw) {
        var bytes = new StringBuilder();
        for (int at = 0; at < raw.length(); at++) {
            char letter = raw.charAt(at);
            if (letter != '\\' || at + 1 == raw.length()) {
                bytes.append(letter);
                continue;
            }
            at++;
            switch (raw.charAt(at)) {
                case 's' -> bytes.append(' ');
                case 't' -> bytes.append('\t');
                case 'n' -> bytes.append('\n');
                case 'r' -> bytes.append('\r');
                case ';' -> bytes.append("\\;");
                case ',' -> bytes.append("\\,");
                case 'x' -> {
                    bytes.append(hex(raw, at + 1));
                    at = Math.min(at + 2, raw.length() - 1);
                }
                default -> bytes.append('\\');
            }
        }
        return new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static char hex(String raw, int start) {
        int number = 0;
        for (int at = start; at < Math.min(start + 2, raw.length()); at++) {
            number = number * HEX + Math.max(0, Character.digit(raw.charAt(at), HEX));
        }
        return (char) number;
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter >= '\t' && letter <= '\r';
    }
}

package dev.twinsync.domain.secrets;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A secret that has a name: {@code password: x}, {@code API_KEY="x"}, {@code 'psk' => 'x'}, {@code ?token=x},
 * {@code define('DB_PASSWORD', 'x')}.
 */
final class NamedValues implements Rule {

    static final String NAME = "value-by-name";

    /** What the name of a secret has in it. */
    static final List<String> ROOTS = List.of(
            "pass",
            "pwd",
            "pw",
            "psk",
            "kennwort",
            "secret",
            "key",
            "token",
            "cred",
            "mnemonic",
            "session",
            "cookie",
            "csrf",
            "webhook",
            "sig",
            "jwt",
            "bearer",
            "code",
            "pin",
            "otp",
            "puk",
            "community",
            "auth",
            "salt");

    private static final int MOST_BLANKS = 40;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> keywords() {
        return ROOTS;
    }

    @Override
    public void find(CharSequence line, Consumer<Finding> found) {
        int next = 0;
        for (int index = 0; index < line.length(); index++) {
            char letter = line.charAt(index);
            if (index >= next && (letter == '=' || letter == ':' || letter == ',' || letter == '>')) {
                next = find(line, index, found);
            }
        }
    }

    /** @return where to look on */
    private int find(CharSequence line, int separator, Consumer<Finding> found) {
        int end = nameEnd(line, separator);
        int start = nameStart(line, end);
        if (start < 0
                || !isSeparator(line, separator, end)
                || isExpansion(line, separator, start)
                || isTagOfLog(line, end)
                || isCall(line, separator, start)) {
            return separator + 1;
        }
        var name = SecretName.of(line.subSequence(start, end).toString());
        if (name == SecretName.NONE) {
            return separator + 1;
        }
        var value = ValueSpan.behind(line, separator, start);
        var text = line.subSequence(value.start(), value.end()).toString();
        if (!name.holds(text, value.alone()) || isNameOfItem(line, start, end, text)) {
            return separator + 1;
        }
        found.accept(new Finding(name(), value.start(), value.end()));
        return value.end();
    }

    /** {@code - key: 0c903f3c-…}: what tells one item of a list from another, as a plan calls the profiles of a network. */
    private static boolean isNameOfItem(CharSequence line, int start, int end, String value) {
        return line.subSequence(start, end).toString().equals("key")
                && line.subSequence(0, start).toString().strip().equals("-")
                && UUID.matcher(value).matches();
    }

    /** Behind the last letter of the name, before quotes and blanks. */
    private static int nameEnd(CharSequence line, int separator) {
        int end = separator;
        for (int left = MOST_BLANKS; left > 0 && end > 0 && isFiller(line.charAt(end - 1)); left--) {
            end--;
        }
        return end;
    }

    private static boolean isFiller(char letter) {
        return " \t\"'\\]=!".indexOf(letter) >= 0;
    }

    /** Below 0: there is no name. */
    private static int nameStart(CharSequence line, int end) {
        int start = end;
        while (start > 0 && end - start < SecretName.LONGEST && isNameLetter(line.charAt(start - 1))) {
            start--;
        }
        return start == end ? -1 : start;
    }

    private static boolean isNameLetter(char letter) {
        return letter < 128 && (Character.isLetterOrDigit(letter) || letter == '_' || letter == '-' || letter == '.');
    }

    /** A comma binds a value to its name only within {@code define('NAME', …)} and {@code "--name", …}; {@code >} only in {@code =>}. */
    private static boolean isSeparator(CharSequence line, int separator, int nameEnd) {
        return switch (line.charAt(separator)) {
            case ',' -> nameEnd < separator && isQuote(line.charAt(nameEnd)) && isArgument(line, nameEnd);
            case '>' -> isArrow(line, separator);
            default -> true;
        };
    }

    private static boolean isArgument(CharSequence line, int nameEnd) {
        int start = nameStart(line, nameEnd);
        return line.charAt(start) == '-' || isQuotedArgument(line, start);
    }

    private static boolean isQuotedArgument(CharSequence line, int start) {
        int before = start - 2;
        while (before > 0 && start - before < MOST_BLANKS && line.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && isQuote(line.charAt(start - 1)) && line.charAt(before) == '(';
    }

    private static boolean isArrow(CharSequence line, int separator) {
        return separator > 0 && line.charAt(separator - 1) == '=';
    }

    /** {@code ${NAME:?why}}: what stands behind it is no value. That of {@code ${NAME:-value}} is one. */
    private static boolean isExpansion(CharSequence line, int separator, int nameStart) {
        return !ValueSpan.stands(":-", line, separator)
                && nameStart >= 2
                && line.charAt(nameStart - 1) == '{'
                && line.charAt(nameStart - 2) == '$';
    }

    /** {@code pam_unix(passwd:chauthtok)}: a program and what it does. */
    private static boolean isCall(CharSequence line, int separator, int nameStart) {
        return line.charAt(separator) == ':' && nameStart > 0 && line.charAt(nameStart - 1) == '(';
    }

    /** {@code gdm-password]: …}: a program that calls itself so. */
    private static boolean isTagOfLog(CharSequence line, int nameEnd) {
        return nameEnd < line.length() && line.charAt(nameEnd) == ']';
    }

    static boolean isQuote(char letter) {
        return letter == '"' || letter == '\'' || letter == '`';
    }
}

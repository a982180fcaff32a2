package dev.twinsync.domain.predecessor;

import dev.twinsync.domain.predecessor.ShellReader.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands behind the {@code =} of an assignment: a word of plain and quoted parts, or an array of such words. */
record ShellValue(ShellText text) {

    private static final String PLAIN = "./_-:@%+,=^?!*[]~";
    private static final String ESCAPED_IN_QUOTES = "\"\\$`";

    /** Expansions of which one can see where they end. */
    private static final Pattern SIMPLE = Pattern.compile(
            "(\\$[A-Za-z0-9_@*#?$!-]|\\$\\{[A-Za-z0-9_:?+=/.~-]*\\}|\\$\\([^()'\"`$\\n]*\\)|`[^`'\"$\\n]*`)");

    List<String> words() throws Refusal {
        if (text.peek() != '(') {
            return List.of(word());
        }
        text.take();
        var words = new ArrayList<String>();
        while (text.skipToStatement() && text.peek() != ')') {
            words.add(wordOfArray());
        }
        if (text.isAtEnd()) {
            throw new Refusal("begins an array that does not end", true);
        }
        text.take();
        return words;
    }

    /** What is left of a refused array must not be read as statements. */
    private String wordOfArray() throws Refusal {
        try {
            return word();
        } catch (Refusal refused) {
            throw new Refusal(refused.getMessage(), true);
        }
    }

    private String word() throws Refusal {
        var word = new StringBuilder();
        var expansion = Optional.<String>empty();
        if (text.peek() == '~') {
            expansion = Optional.of("~");
        }
        while (!isBorder(text.peek())) {
            char letter = text.peek();
            var found = switch (letter) {
                case '\'' -> single(word);
                case '"' -> quoted(word);
                case '$', '`' -> expansion();
                default -> plain(word);
            };
            expansion = expansion.or(() -> found);
        }
        if (expansion.isPresent()) {
            throw new Refusal(
                    "holds " + expansion.get() + ", which only a shell could work out; write out what it stands for",
                    false);
        }
        return word.toString();
    }

    private boolean isBorder(char letter) {
        return text.isAtEnd() || letter == ' ' || letter == '\t' || letter == '\n' || letter == ')';
    }

    private Optional<String> plain(StringBuilder word) throws Refusal {
        char letter = text.peek();
        if (!Character.isLetterOrDigit(letter) && PLAIN.indexOf(letter) < 0) {
            throw new Refusal("holds a sign that a shell acts upon, outside of quotes", text.restIsOpen());
        }
        word.append(text.take());
        return Optional.empty();
    }

    private Optional<String> single(StringBuilder word) throws Refusal {
        text.take();
        while (text.peek() != '\'') {
            refuseOpenEnd();
            word.append(text.take());
        }
        text.take();
        return Optional.empty();
    }

    private Optional<String> quoted(StringBuilder word) throws Refusal {
        text.take();
        var expansion = Optional.<String>empty();
        while (text.peek() != '"') {
            refuseOpenEnd();
            if (text.peek() == '$' || text.peek() == '`') {
                var found = expansion();
                expansion = expansion.or(() -> found);
            } else {
                inQuotes(word);
            }
        }
        text.take();
        return expansion;
    }

    private void inQuotes(StringBuilder word) throws Refusal {
        char letter = text.take();
        if (letter == '\\' && ESCAPED_IN_QUOTES.indexOf(text.peek()) >= 0) {
            refuseOpenEnd();
            word.append(text.take());
        } else if (letter == '\\' && text.peek() == '\n') {
            text.take();
        } else {
            word.append(letter);
        }
    }

    /** An expansion is passed over whole, or nothing behind it can be trusted. */
    private Optional<String> expansion() throws Refusal {
        boolean isDollar = text.peek() == '$';
        if (text.take(SIMPLE).isPresent()) {
            return Optional.of(isDollar ? "an expansion ($)" : "a command in backticks");
        }
        throw new Refusal(
                "holds " + (isDollar ? "an expansion ($)" : "a command in backticks")
                        + ", which only a shell could work out; write out what it stands for",
                true);
    }

    private void refuseOpenEnd() throws Refusal {
        if (text.isAtEnd()) {
            throw new Refusal("begins a quotation that does not end", true);
        }
    }
}

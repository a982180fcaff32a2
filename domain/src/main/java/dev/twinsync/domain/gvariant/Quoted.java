package dev.twinsync.domain.gvariant;

import dev.twinsync.domain.Utf8;

/** Reads what stands between quotes. */
final class Quoted {

    private static final int OCTAL_DIGITS = 3;
    private static final int BYTE = 0xff;

    private final Letters letters;
    private final char quote;
    private final StringBuilder text = new StringBuilder();

    private Quoted(Letters letters) {
        this.letters = letters;
        this.quote = letters.take();
    }

    static String text(Letters letters) {
        int start = letters.index();
        var quoted = new Quoted(letters);
        while (!quoted.isOver(start)) {
            char letter = letters.take();
            if (letter == '\\') {
                quoted.escaped(start);
            } else {
                quoted.text.append(letter);
            }
        }
        return checked(quoted.text.toString(), start);
    }

    /** One letter a byte; what is not ASCII stands for its bytes in UTF-8. */
    static String bytes(Letters letters) {
        int start = letters.index();
        var quoted = new Quoted(letters);
        while (!quoted.isOver(start)) {
            char letter = letters.take();
            if (letter == '\\') {
                quoted.escapedByte(start);
            } else {
                quoted.encoded(letter);
            }
        }
        return quoted.text.toString();
    }

    private boolean isOver(int start) {
        if (letters.atEnd()) {
            throw new Malformed("the quote at the end is missing", start);
        }
        return letters.skipIf(quote);
    }

    private char afterBackslash(int start) {
        if (letters.atEnd()) {
            throw new Malformed("the quote at the end is missing", start);
        }
        return letters.take();
    }

    private void escaped(int start) {
        char letter = afterBackslash(start);
        switch (letter) {
            case 'u' -> text.appendCodePoint(codePoint(4));
            case 'U' -> text.appendCodePoint(codePoint(8));
            default -> simple(letter);
        }
    }

    /** A line that is broken behind a backslash goes on. */
    private void simple(char letter) {
        switch (letter) {
            case 'a' -> text.append('\u0007');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'v' -> text.append('\u000b');
            case '\n' -> {}
            default -> text.append(letter);
        }
    }

    private int codePoint(int digits) {
        int start = letters.index();
        long number = 0;
        for (int count = 0; count < digits; count++) {
            int digit = letters.atEnd() ? -1 : Character.digit(letters.peek(), 16);
            if (digit < 0 || letters.peek() > 'f') {
                throw new Malformed("an escape of " + digits + " hexadecimal digits is cut short", start);
            }
            letters.take();
            number = number * 16 + digit;
        }
        if (number == 0 || number > Character.MAX_CODE_POINT) {
            throw new Malformed("no letter has this number", start);
        }
        return (int) number;
    }

    private void escapedByte(int start) {
        char letter = afterBackslash(start);
        if (letter < '0' || letter > '7') {
            if (letter < 128) {
                simple(letter);
            } else {
                encoded(letter);
            }
            return;
        }
        int number = letter - '0';
        for (int count = 1; count < OCTAL_DIGITS && !letters.atEnd() && isOctal(letters.peek()); count++) {
            number = number * 8 + letters.take() - '0';
        }
        text.append((char) (number & BYTE));
    }

    private static boolean isOctal(char letter) {
        return letter >= '0' && letter <= '7';
    }

    private void encoded(char letter) {
        if (!Character.isSurrogate(letter)) {
            encoded((int) letter);
        } else if (Character.isHighSurrogate(letter) && !letters.atEnd() && Character.isLowSurrogate(letters.peek())) {
            encoded(Character.toCodePoint(letter, letters.take()));
        } else {
            throw letters.malformed("half of a letter stands before this");
        }
    }

    private void encoded(int codePoint) {
        for (byte one : Utf8.bytes(Character.toString(codePoint))) {
            text.append((char) (one & BYTE));
        }
    }

    private static String checked(String text, int start) {
        TextGrammar.flaw(GType.Basic.STRING, text).ifPresent(flaw -> {
            throw new Malformed(flaw, start);
        });
        return text;
    }
}

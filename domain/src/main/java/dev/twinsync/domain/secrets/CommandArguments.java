package dev.twinsync.domain.secrets;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A secret among the arguments of a program: {@code mysqldump -pX}, {@code curl -u user:X}, {@code --password X}. */
final class CommandArguments implements Rule {

    /** Also the forms with one dash, as {@code -password}; never what ends in {@code -stdin}. */
    private static final Pattern LONG_FLAG = Pattern.compile("--?[A-Za-z][A-Za-z0-9_.-]{2,60}(?<!-stdin)(?<!-keys)");

    /** Behind {@code mysql} only {@code -pX} is a password, but people write {@code -password X} and mean it. */
    private static final Set<String> MEANT_AS_NAMES = Set.of("-pass", "-passwd", "-password", "-pw", "-pwd");

    private static final List<String> KEYWORDS = Stream.concat(
                    Programs.keywords(),
                    Stream.of("-pass", "-pw", "-token", "-secret", "-api", "-auth", "-access", "-key", "-psk"))
            .toList();

    @Override
    public String name() {
        return "command-argument";
    }

    @Override
    public List<String> keywords() {
        return KEYWORDS;
    }

    @Override
    public void find(CharSequence line, Consumer<Finding> found) {
        Word.commands(line).forEach(words -> find(words, found));
    }

    void find(List<Word> words, Consumer<Finding> found) {
        var flags = new LinkedHashSet<Flag>();
        for (int index = 0; index < words.size(); index++) {
            var word = words.get(index);
            if (flags.stream().noneMatch(flag -> isAttached(word, flag))) {
                longFlag(words, index, found);
            }
            for (Flag flag : flags) {
                argument(words, index, flag, found);
            }
            behindProgram(words, index, flags, found);
            if (word.endsCommand()) {
                flags.clear();
            }
        }
    }

    /** A password may be made of anything: that of {@code -pQ7otp} is no name of what stands behind it. */
    private static boolean isAttached(Word word, Flag flag) {
        return flag.form() == Flag.Form.ATTACHED
                && word.text().startsWith(flag.flag())
                && !MEANT_AS_NAMES.contains(word.text());
    }

    /** Up to the end of the command, each word may be one of the flags of each program before it. */
    private void behindProgram(List<Word> words, int index, Set<Flag> flags, Consumer<Finding> found) {
        for (Flag flag : Programs.flagsOf(words, index)) {
            if (flag.form() == Flag.Form.SECOND_BEHIND) {
                argument(words, index, flag, found);
            } else {
                flags.add(flag);
            }
        }
    }

    /** {@code --db-password X}; with {@code =} it is a named value. */
    private void longFlag(List<Word> words, int index, Consumer<Finding> found) {
        var text = words.get(index).text();
        if (!LONG_FLAG.matcher(text).matches() || index + 1 >= words.size()) {
            return;
        }
        var value = words.get(index + 1);
        boolean isFlag = value.text().startsWith("-") && !value.quoted();
        if (!isFlag && SecretName.of(text.substring(1)).holds(value.text(), true)) {
            found.accept(value.finding(name(), 0));
        }
    }

    private void argument(List<Word> words, int index, Flag flag, Consumer<Finding> found) {
        var word = words.get(index);
        boolean isFlag = word.text().equals(flag.flag());
        switch (flag.form()) {
            case ATTACHED -> {
                if (word.text().startsWith(flag.flag())) {
                    word.secret(name(), flag.flag().length()).ifPresent(found);
                }
            }
            case NEXT -> {
                if (isFlag) {
                    reportAt(words, index + 1, found);
                }
            }
            case BEHIND_USER -> {
                if (isFlag && index + 1 < words.size()) {
                    words.get(index + 1).behindUser(name()).ifPresent(found);
                } else if (flag.flag().length() == 2 && word.text().startsWith(flag.flag())) {
                    word.behindUser(name()).ifPresent(found);
                }
            }
            case SECOND_BEHIND -> reportAt(words, index + 2, found);
            case THIRD_BEHIND -> {
                if (isFlag) {
                    reportAt(words, index + 3, found);
                }
            }
        }
    }

    private void reportAt(List<Word> words, int index, Consumer<Finding> found) {
        if (index < words.size()) {
            words.get(index).secret(name(), 0).ifPresent(found);
        }
    }
}

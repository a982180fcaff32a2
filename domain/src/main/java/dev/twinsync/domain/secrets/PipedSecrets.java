package dev.twinsync.domain.secrets;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** {@code echo 'root:X' | chpasswd}, {@code echo X | sudo -S}, {@code echo X | passwd --stdin}. */
final class PipedSecrets implements Rule {

    private static final Pattern READS_SECRET = Pattern.compile(
            "\\|[ \\t]{0,4}(?:sudo[ \\t]+(?:\\S+[ \\t]+)?-S|(?:sudo[ \\t]+)?(?:passwd|cryptsetup)|su)\\b");

    private static final int NEAR = 120;

    @Override
    public String name() {
        return "piped-secret";
    }

    @Override
    public List<String> keywords() {
        return List.of("echo ", "printf ");
    }

    @Override
    public void find(CharSequence line, Consumer<Finding> found) {
        Word.commands(line).forEach(words -> find(line, words, found));
    }

    private void find(CharSequence line, List<Word> words, Consumer<Finding> found) {
        for (int index = 0; index + 3 < words.size(); index++) {
            boolean speaks = words.get(index).text().equals("echo")
                    || words.get(index).text().equals("printf");
            if (speaks && words.get(index + 2).text().equals("|")) {
                int bar = words.get(index + 2).start();
                var reader = line.subSequence(bar, Math.min(line.length(), bar + NEAR))
                        .toString();
                piped(reader, words.get(index + 1), found);
            }
        }
    }

    private void piped(String reader, Word secret, Consumer<Finding> found) {
        if (reader.contains("chpasswd")) {
            secret.behindUser(name()).ifPresent(found);
        } else if (READS_SECRET.matcher(reader).lookingAt() || reader.contains("stdin")) {
            secret.secret(name(), 0).ifPresent(found);
        }
    }
}

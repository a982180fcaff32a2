package dev.twinsync.cli.review;

import dev.twinsync.flow.review.Decision.Choice;
import dev.twinsync.flow.review.Difference;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person can say about a difference in a review: a word, or the letter that stands for it. */
enum ReviewWord {
    APPLY("a", "make the machine as state/ says", Choice.APPLY),
    ADOPT("t", "make state/ say what is there", Choice.ADOPT),
    IGNORE("i", "keep out of it from now on", Choice.IGNORE),
    SKIP("s", "leave it for another time; so does a mere Enter", Choice.SKIP),
    DIFF("d", "show the difference"),
    BACK("b", "go back to the one before"),
    QUIT("q", "ask nothing more, and do what was decided so far"),
    HELP("?", "show this");

    private final String letter;
    private final String meaning;
    private final Optional<Choice> choice;

    ReviewWord(String letter, String meaning, Choice choice) {
        this.letter = letter;
        this.meaning = meaning;
        this.choice = Optional.of(choice);
    }

    ReviewWord(String letter, String meaning) {
        this.letter = letter;
        this.meaning = meaning;
        this.choice = Optional.empty();
    }

    /** Empty: it decides nothing. */
    Optional<Choice> choice() {
        return choice;
    }

    /** What suits this difference, in order. */
    static List<ReviewWord> about(Difference difference) {
        return Arrays.stream(values())
                .filter(word ->
                        word.choice.filter(choice -> !choice.suits(difference)).isEmpty())
                .toList();
    }

    /** What was typed; empty where it is none of these. */
    static Optional<ReviewWord> of(String typed, List<ReviewWord> words) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty()
                ? Optional.of(SKIP)
                : words.stream()
                        .filter(word -> word.letter.equals(text) || word.word().equals(text))
                        .findFirst();
    }

    static String question(List<ReviewWord> words) {
        return words.stream()
                .map(word -> word == HELP ? "?" : word.withLetter())
                .collect(Collectors.joining(", ", "  ", ": "));
    }

    static List<String> help(List<ReviewWord> words) {
        return words.stream()
                .map(word -> "  %-2s %-7s %s".formatted(word.letter, word == HELP ? "" : word.word(), word.meaning))
                .toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The letter in brackets, within the word where it is in it. */
    private String withLetter() {
        int at = word().indexOf(letter);
        return word().substring(0, at) + "[" + letter + "]" + word().substring(at + 1);
    }
}

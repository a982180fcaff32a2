package dev.twinsync.cli.review;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.flow.review.Decision;
import dev.twinsync.flow.review.Decision.Choice;
import dev.twinsync.flow.review.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Walks over differences with the person at the terminal and takes down what is to be done about each. */
final class ReviewWalk {

    private final Console console;
    private final DiffText text;
    private final Function<String, Optional<String>> keyboard;

    /** @param keyboard asks a question and gives the line that was typed; empty: nobody is there any more */
    ReviewWalk(Console console, DiffText text, Function<String, Optional<String>> keyboard) {
        this.console = console;
        this.text = text;
        this.keyboard = keyboard;
    }

    /** One decision for each difference; empty where the person went away. */
    Optional<List<Decision>> over(List<Difference> differences) {
        var decisions = new ArrayList<Decision>();
        while (decisions.size() < differences.size()) {
            var difference = differences.get(decisions.size());
            text.brief(difference, (decisions.size() + 1) + "/" + differences.size())
                    .forEach(console::line);
            var word = wordAbout(difference);
            if (word.isEmpty()) {
                return Optional.empty();
            }
            switch (word.get()) {
                case APPLY, ADOPT, IGNORE, SKIP ->
                    decisions.add(new Decision(difference, word.get().choice().orElseThrow()));
                case BACK -> back(decisions);
                case QUIT -> skipRest(differences, decisions);
                case DIFF -> text.of(difference).forEach(console::line);
                case HELP -> ReviewWord.help(ReviewWord.about(difference)).forEach(console::line);
            }
        }
        return Optional.of(decisions);
    }

    /** Asks until it is understood. */
    private Optional<ReviewWord> wordAbout(Difference difference) {
        var words = ReviewWord.about(difference);
        var typed = keyboard.apply(ReviewWord.question(words));
        while (typed.isPresent() && ReviewWord.of(typed.get(), words).isEmpty()) {
            ReviewWord.help(words).forEach(console::line);
            typed = keyboard.apply(ReviewWord.question(words));
        }
        return typed.flatMap(line -> ReviewWord.of(line, words));
    }

    private static void back(List<Decision> decisions) {
        if (!decisions.isEmpty()) {
            decisions.removeLast();
        }
    }

    private static void skipRest(List<Difference> differences, List<Decision> decisions) {
        differences.stream()
                .skip(decisions.size())
                .map(difference -> new Decision(difference, Choice.SKIP))
                .forEach(decisions::add);
    }
}

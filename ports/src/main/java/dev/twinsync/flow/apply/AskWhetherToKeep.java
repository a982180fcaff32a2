package dev.twinsync.flow.apply;

import dev.twinsync.port.Asked;
import dev.twinsync.port.Asked.Answer;
import dev.twinsync.port.Asked.Question;
import dev.twinsync.port.Probation;
import dev.twinsync.port.StopSignal;
import dev.twinsync.port.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks several at once. The first answer counts, no answer in time is a no, and so is a request to stop. */
public final class AskWhetherToKeep implements Probation {

    /** How often it is looked whether somebody answered. */
    private static final Duration MOMENT = Duration.ofMillis(200);
    /** To keep it takes some time too. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final List<Asked> asked;
    private final StopSignal stop;
    private final Ticker ticker;

    /** @param asked at least one */
    public AskWhetherToKeep(List<Asked> asked, StopSignal stop, Ticker ticker) {
        this.asked = List.copyOf(asked);
        this.stop = stop;
        this.ticker = ticker;
    }

    @Override
    public Verdict of(Trial trial) {
        var end = ticker.now().plus(trial.left()).minus(MARGIN);
        var questions = new ArrayList<Question>();
        try {
            for (Asked one : asked) {
                questions.add(one.ask(trial));
            }
            return await(questions, end);
        } catch (IOException broken) {
            return new Verdict.TakeBack("nobody could be asked whether it is to be kept: " + broken.getMessage());
        } finally {
            questions.forEach(Question::close);
        }
    }

    private Verdict await(List<Question> questions, Duration end) throws IOException {
        for (var left = end.minus(ticker.now()); left.isPositive(); left = end.minus(ticker.now())) {
            if (stop.isRaised()) {
                return new Verdict.TakeBack("twin was asked to stop before it was confirmed");
            }
            var answer = answer(questions);
            if (answer.isPresent()) {
                return verdict(answer.get());
            }
            for (Question question : questions) {
                question.left(left);
            }
            ticker.pause(left.compareTo(MOMENT) < 0 ? left : MOMENT);
        }
        return new Verdict.TakeBack("nobody confirmed it in time");
    }

    private static Optional<Answer> answer(List<Question> questions) throws IOException {
        for (Question question : questions) {
            var answer = question.answer();
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private static Verdict verdict(Answer answer) {
        return switch (answer) {
            case KEEP -> new Verdict.Keep();
            case TAKE_BACK -> new Verdict.TakeBack("the answer was no");
        };
    }
}

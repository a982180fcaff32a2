package dev.twinsync.flow.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.port.Asked;
import dev.twinsync.port.Asked.Answer;
import dev.twinsync.port.Probation.Trial;
import dev.twinsync.port.Probation.Verdict;
import dev.twinsync.port.SimulatedTicker;
import dev.twinsync.port.StopSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskWhetherToKeepTest {

    private static final Duration TIME = Duration.ofSeconds(60);
    private static final Trial TRIAL = new Trial(List.of("network.x/change/y"), "10.77.0.1 answers", TIME);

    private final SimulatedTicker ticker = new SimulatedTicker();
    private boolean stopped;

    private final StopSignal stop = new StopSignal() {
        @Override
        public void heed() {}

        @Override
        public boolean isRaised() {
            return stopped;
        }
    };

    /** Somebody who answers after some time, or not at all. */
    private final class Person implements Asked, Asked.Question {

        private Optional<Answer> answer = Optional.empty();
        private final List<Duration> told = new ArrayList<>();
        private int open;

        Person answering(Answer other, Duration after) {
            ticker.after(after, () -> answer = Optional.of(other));
            return this;
        }

        @Override
        public Question ask(Trial trial) {
            assertEquals(TRIAL, trial);
            open++;
            return this;
        }

        @Override
        public Optional<Answer> answer() {
            return answer;
        }

        @Override
        public void left(Duration time) {
            told.add(time);
        }

        @Override
        public void close() {
            open--;
        }
    }

    private Verdict asking(Asked... asked) {
        return new AskWhetherToKeep(List.of(asked), stop, ticker).of(TRIAL);
    }

    @Test
    void a_yes_keeps_it_soon_after_it_was_said() {
        var begin = ticker.now();
        var person = new Person().answering(Answer.KEEP, Duration.ofSeconds(10));

        assertEquals(new Verdict.Keep(), asking(person));

        var waited = ticker.now().minus(begin);
        assertTrue(waited.compareTo(Duration.ofMillis(10_500)) < 0, waited::toString);
        assertEquals(0, person.open, "the question does not stand there any more");
    }

    @Test
    void a_no_takes_it_back() {
        assertEquals(
                new Verdict.TakeBack("the answer was no"),
                asking(new Person().answering(Answer.TAKE_BACK, Duration.ofSeconds(3))));
    }

    @Test
    void of_several_the_first_answer_counts() {
        var first = new Person().answering(Answer.TAKE_BACK, Duration.ofSeconds(30));
        var second = new Person().answering(Answer.KEEP, Duration.ofSeconds(20));

        assertEquals(new Verdict.Keep(), asking(first, second));
        assertEquals(0, first.open + second.open);
    }

    @Test
    void no_answer_is_a_no_while_there_is_still_time_to_act_on_it() {
        var begin = ticker.now();
        var person = new Person();

        assertEquals(new Verdict.TakeBack("nobody confirmed it in time"), asking(person));

        var waited = ticker.now().minus(begin);
        assertTrue(waited.compareTo(TIME) < 0, waited::toString);
        assertTrue(waited.compareTo(TIME.minusSeconds(2)) > 0, waited::toString);
        assertEquals(0, person.open);
    }

    @Test
    void the_time_that_is_left_is_told_at_least_once_a_second_and_grows_less() {
        var person = new Person();
        asking(person);
        assertTrue(person.told.size() >= TIME.toSeconds(), () -> person.told.size() + " times");
        assertTrue(person.told.size() <= 10 * TIME.toSeconds(), () -> person.told.size() + " times: that is busy");
        for (int i = 1; i < person.told.size(); i++) {
            assertTrue(person.told.get(i).compareTo(person.told.get(i - 1)) < 0);
        }
    }

    @Test
    void a_request_to_stop_is_a_no_also_where_a_yes_comes_with_it() {
        var person = new Person().answering(Answer.KEEP, Duration.ofSeconds(5));
        ticker.after(Duration.ofSeconds(5), () -> stopped = true);

        assertInstanceOf(Verdict.TakeBack.class, asking(person));
        assertEquals(0, person.open);
    }

    @Test
    void where_nobody_can_be_asked_it_is_taken_back_and_no_question_stays() {
        var person = new Person();
        Asked broken = _ -> {
            throw new IOException("No space left on device");
        };

        assertEquals(
                new Verdict.TakeBack("nobody could be asked whether it is to be kept: No space left on device"),
                asking(person, broken));
        assertEquals(0, person.open);
    }
}

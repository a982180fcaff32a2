package dev.twinsync.cli.schedule;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.unattended.Brought;
import dev.twinsync.flow.unattended.Findings;
import dev.twinsync.flow.unattended.Unattended.Result;
import java.util.List;

/** What a run by the clock found and did, for people and for programs: first that, then whether word of it got through. */
record ScheduleRunText(Console console, boolean asJson, String repository) {

    Exit show(Result result) {
        return switch (result) {
            case Result.Busy(var holder, var brought) -> {
                busy(holder, brought);
                yield brought.faults().isEmpty() ? Exit.OK : Exit.ERROR;
            }
            case Result.Ran ran -> {
                print(ran);
                ran.unheard().ifPresent(console::complain);
                yield ran.findings().faults().isEmpty() && ran.unheard().isEmpty() ? Exit.OK : Exit.ERROR;
            }
        };
    }

    private void busy(String holder, Brought brought) {
        brought.faults().forEach(console::complain);
        if (asJson) {
            var map = Tree.map().put("busy", holder);
            if (!brought.equals(Brought.NOTHING)) {
                map.put("done", texts(brought.done())).put("faults", texts(brought.faults()));
            }
            console.json(map.build());
        } else {
            brought.done().forEach(line -> console.line(Printable.of(line)));
            console.line("Another twin is at work: " + Printable.of(holder) + "; nothing "
                    + (brought.done().isEmpty() ? "" : "else ") + "was done.");
        }
    }

    private void print(Result.Ran ran) {
        ran.findings().faults().forEach(console::complain);
        if (asJson) {
            console.json(tree(ran));
        } else {
            lines(ran);
        }
    }

    /** What was told before is not listed again: a journal would soon hold little else. */
    private void lines(Result.Ran ran) {
        var findings = ran.findings();
        findings.done().forEach(line -> console.line(Printable.of(line)));
        if (isNews(ran)) {
            findings.driftLines(repository).forEach(console::line);
        }
        console.line(findings.isQuiet() ? "In sync." : sum(findings) + word(ran));
    }

    private static boolean isNews(Result.Ran ran) {
        return ran.told() || ran.unheard().isPresent();
    }

    /** Where something went wrong, that nothing is known to differ does not say that all is as wished. */
    private static String sum(Findings findings) {
        int drift = findings.drift().size();
        int faults = findings.faults().size();
        var wrong = faults == 1 ? "1 thing went wrong" : faults + " things went wrong";
        if (drift == 0) {
            return wrong;
        }
        return drift + " not as wished" + (faults == 0 ? "" : ", " + wrong);
    }

    private static String word(Result.Ran ran) {
        if (ran.unheard().isPresent()) {
            return "; word of it did not get through.";
        }
        return ran.told() ? ", which was told." : "; it was told before.";
    }

    private static Tree tree(Result.Ran ran) {
        var map = Tree.map()
                .put("drift", texts(ran.findings().drift()))
                .put("done", texts(ran.findings().done()))
                .put("faults", texts(ran.findings().faults()))
                .put("told", Tree.literal(ran.told()));
        ran.unheard().ifPresent(reason -> map.put("unheard", reason));
        return map.build();
    }

    private static Tree texts(List<String> sentences) {
        return Tree.list(sentences.stream().map(Tree::text).toList());
    }
}

package dev.twinsync.flow.secrecy;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Shortened;
import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.foreign.ForeignAction;
import dev.twinsync.domain.foreign.ForeignThing;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Relay;
import dev.twinsync.port.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A plugin of other people with masks for the secrets in all that its program says: what is never seen is never written down. */
public record DiscreetForeign(Backend<ForeignThing, ForeignAction> backend, Redaction redaction, Foreign kind)
        implements Relay<ForeignThing, ForeignAction> {

    private static final int LONGEST = 400;

    @Override
    public Observation<ForeignThing> observe(Scope scope) {
        return discreet(backend.observe(scope));
    }

    @Override
    public Observation<ForeignThing> discreet(Observation<ForeignThing> seen) {
        return Masking.<ForeignThing>by(thing -> kind.masked(thing, redaction)).over(named(seen));
    }

    /** What is called by a secret cannot be called at all. */
    private Observation<ForeignThing> named(Observation<ForeignThing> seen) {
        return switch (seen) {
            case Observation.Unavailable<ForeignThing>(var reason) -> new Observation.Unavailable<>(words(reason));
            case Observation.Seen<ForeignThing>(var live, var gaps) -> {
                var shown = new ArrayList<ForeignThing>();
                var all = new ArrayList<Gap>();
                gaps.forEach(gap -> all.add(new Gap(words(gap.keys()), words(gap.reason()))));
                for (ForeignThing thing : live) {
                    var key = redaction.text(thing.key());
                    if (key.equals(thing.key())) {
                        shown.add(thing);
                    } else {
                        all.add(new Gap(key, "it is called by what looks like a secret"));
                    }
                }
                yield new Observation.Seen<>(shown, all);
            }
        };
    }

    private String words(String text) {
        return Shortened.to(LONGEST, redaction.text(text));
    }

    @Override
    public Map<String, Forecast> forecast(List<ForeignAction> actions) {
        var shown = new TreeMap<String, Forecast>();
        backend.forecast(actions).forEach((key, forecast) -> shown.put(key, shown(forecast)));
        return shown;
    }

    private Forecast shown(Forecast forecast) {
        return switch (forecast) {
            case Forecast.Effects(var adds, var removes) ->
                new Forecast.Effects(
                        adds.stream().map(this::words).toList(),
                        removes.stream().map(this::words).toList());
            case Forecast.Perilous(var peril) -> new Forecast.Perilous(words(peril));
            case Forecast.Impossible(var reason) -> new Forecast.Impossible(words(reason));
            case Forecast.Unknown(var waitsFor) -> new Forecast.Unknown(words(waitsFor));
        };
    }

    @Override
    public Attempt apply(List<ForeignAction> transaction, Progress progress) {
        return shown(backend.apply(transaction, progress));
    }

    @Override
    public Attempt mend(List<ForeignAction> cutOff, Progress progress) {
        return shown(backend.mend(cutOff, progress));
    }

    @Override
    public Attempt keep(List<ForeignAction> transaction) {
        return shown(backend.keep(transaction));
    }

    @Override
    public Attempt takeBack(List<ForeignAction> transaction) {
        return shown(backend.takeBack(transaction));
    }

    private Attempt shown(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Ran ran -> ran;
            case Attempt.OnProbation(var left, var sign) -> new Attempt.OnProbation(left, words(sign));
            case Attempt.TakenBack(var why) -> new Attempt.TakenBack(words(why));
            case Attempt.Refused(var reason) -> new Attempt.Refused(words(reason));
            case Attempt.Unfinished(var reason) -> new Attempt.Unfinished(words(reason));
        };
    }
}

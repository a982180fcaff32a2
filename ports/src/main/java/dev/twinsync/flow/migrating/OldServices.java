package dev.twinsync.flow.migrating;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.predecessor.OldService;
import dev.twinsync.domain.services.DesiredService;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.domain.services.Services;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.port.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The predecessor wished for every unit to be enabled or not and to run or not. Of most units that cannot be decided: what can
 * be is kept, by what systemd says on the machine it is about, else by what the predecessor wrote down.
 */
final class OldServices {

    private final String file;
    private final Ledger ledger;
    private final Services kind = new Services();

    /** @param file where they are listed */
    OldServices(String file, Ledger ledger) {
        this.file = file;
        this.ledger = ledger;
    }

    List<DesiredService> wishes(List<OldService> services, Optional<Machine> machine) {
        var named = new LinkedHashMap<UnitName, OldService>();
        var once = new SaidTwice(file, ledger).once(services, OldServices::entry, OldServices::agree);
        once.forEach(service -> name(service).ifPresent(name -> named.put(name, service)));
        var seen = machine.map(there -> there.services().observe(new Scope.Only(keys(named.keySet()))));
        var wishes = new ArrayList<DesiredService>();
        named.forEach((name, service) -> wish(name, service, seen).ifPresent(wishes::add));
        return wishes.stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    private static SaidTwice.Entry<OldService> entry(OldService each) {
        return new SaidTwice.Entry<>(each, each.name(), each.line());
    }

    private static boolean agree(OldService one, OldService other) {
        return one.state().equals(other.state())
                && one.enabled().equals(other.enabled())
                && one.running().equals(other.running());
    }

    private static Set<String> keys(Set<UnitName> names) {
        return names.stream().map(UnitName::text).collect(Collectors.toSet());
    }

    private Optional<UnitName> name(OldService service) {
        try {
            var name = new UnitName(service.name());
            if (!name.isTemplate()) {
                return Optional.of(name);
            }
            ledger.leaveOut(
                    file, service.line(), name.text(), "is a template; what can be wished for are its instances");
        } catch (IllegalArgumentException noUnit) {
            ledger.leaveOut(file, service.line(), noUnit.getMessage());
        }
        return Optional.empty();
    }

    private Optional<DesiredService> wish(
            UnitName name, OldService service, Optional<Observation<LiveService>> observed) {
        if (observed.isPresent() && observed.get() instanceof Observation.Seen<LiveService> seen) {
            return bySight(name, service, seen);
        }
        var wish = asWritten(name, service);
        if (wish.isEmpty()) {
            ledger.leaveOut(file, service.line(), name.text(), why(service));
        }
        return wish;
    }

    private static String why(OldService service) {
        return service.state()
                .map(state -> "is " + state.word() + ", of which nothing can be wished")
                .orElse(
                        service.enabled().isEmpty()
                                ? "is not said to be enabled or not, and what else is said cannot be wished for by itself"
                                : "is not enabled, which may mean that it cannot be: only its machine knows");
    }

    /** By the state that was written down. Of {@code enabled: false} it is not known whether it could be otherwise. */
    private Optional<DesiredService> asWritten(UnitName name, OldService service) {
        var state = service.state()
                .or(() -> Optional.of(UnitFileState.ENABLED)
                        .filter(_ -> service.enabled().orElse(false)));
        return state.flatMap(known -> kind.firstWish(LiveService.steady(
                name, UnitScope.SYSTEM, known, service.running().orElse(false))));
    }

    /** The most of what was wished that can be brought about on the machine. */
    private Optional<DesiredService> bySight(UnitName name, OldService service, Observation.Seen<LiveService> seen) {
        var found = seen.find(name.text());
        if (found.isEmpty()) {
            ledger.leaveOut(file, service.line(), name.text(), "is no unit of this machine any more");
            return Optional.empty();
        }
        var full = asWished(name, service);
        var possible = full.stream()
                .flatMap(OldServices::lesser)
                .filter(wish -> reason(wish, seen).isEmpty())
                .findFirst();
        if (possible.isEmpty()) {
            ledger.leaveOut(
                    file,
                    service.line(),
                    name.text(),
                    full.flatMap(wish -> reason(wish, seen)).orElse(why(service)));
        }
        return possible;
    }

    private Optional<DesiredService> asWished(UnitName name, OldService service) {
        if (service.state().isPresent()) {
            return asWritten(name, service);
        }
        return service.enabled().isEmpty() && service.running().isEmpty()
                ? Optional.empty()
                : Optional.of(wish(name, service.enabled(), service.running()));
    }

    /** The wish, and what is left of it without a part. */
    private static Stream<DesiredService> lesser(DesiredService wish) {
        return Stream.of(
                        Optional.of(wish),
                        wish.enabled().map(enabled -> wish(wish.name(), Optional.of(enabled), Optional.empty())),
                        wish.running()
                                .filter(running -> running)
                                .map(running -> wish(wish.name(), Optional.empty(), Optional.of(running))))
                .flatMap(Optional::stream);
    }

    private static DesiredService wish(UnitName name, Optional<Boolean> enabled, Optional<Boolean> running) {
        return new DesiredService(name, UnitScope.SYSTEM, enabled, running, Optional.empty());
    }

    /** Why it cannot be brought about. */
    private Optional<String> reason(DesiredService wish, Observation.Seen<LiveService> seen) {
        return kind.plan(List.of(wish), seen).stream()
                .flatMap(OldServices::obstacle)
                .findFirst();
    }

    private static Stream<String> obstacle(Step<ServiceAction> step) {
        return switch (step) {
            case Step.Do<ServiceAction> _ -> Stream.empty();
            case Step.Blocked<ServiceAction>(var _, var reason) -> Stream.of(reason);
            case Step.Later<ServiceAction>(var _, var waitsFor) -> Stream.of("it waits for " + waitsFor);
        };
    }
}

package dev.twinsync.flow.migrating;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.cron.UserName;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.predecessor.LeftOut;
import dev.twinsync.domain.predecessor.OldConfig;
import dev.twinsync.domain.predecessor.OldCrontab;
import dev.twinsync.domain.predecessor.OldText;
import dev.twinsync.domain.predecessor.OldTree;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.services.Services;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.OldRepository;
import dev.twinsync.port.SecretGate;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a twin repository of the predecessor's: of what it wished for, as far as that can be wished for. */
public final class Migrate {

    private static final String PACKAGES = "state/packages.yaml";
    private static final String SERVICES = "state/services.yaml";
    private static final String CRON = "state/cron.yaml";

    private final OldRepository old;
    private final TwinRepo repo;
    private final SecretGate gate;
    private final Redaction redaction;
    private final Machine machine;
    private final UserName user;

    /**
     * @param repo the new one, which must be nothing yet
     * @param gate what looks for secrets
     * @param user whose crontab the predecessor kept
     */
    public Migrate(
            OldRepository old, TwinRepo repo, SecretGate gate, Redaction redaction, Machine machine, UserName user) {
        this.old = old;
        this.repo = repo;
        this.gate = gate;
        this.redaction = redaction;
        this.machine = machine;
        this.user = user;
    }

    /** How a migration ended. */
    public sealed interface Result {

        /** It is a twin repository already. */
        record IsTwin() implements Result {}

        /**
         * What says who made it cannot be read; nothing was made.
         *
         * @param problems with place and remedy
         */
        record Unreadable(List<LeftOut> problems) implements Result {
            public Unreadable {
                problems = List.copyOf(problems);
            }
        }

        /** Neither the script nor its port made it. */
        record Unknown() implements Result {}

        /**
         * @param taken how many wishes there are, by the name of the kind
         * @param leftOut everything that was not taken over, with its place and the reason
         * @param secrets what lay in the open, to be replaced wherever it opens something
         * @param questions what only the user knows, each with the remedy
         * @param remote owner and name of the repository at GitHub
         * @param onItsMachine whether twin runs on the machine that it is about
         */
        record Migrated(
                Made made,
                boolean onItsMachine,
                Map<String, Integer> taken,
                List<LeftOut> leftOut,
                List<Exposed> secrets,
                List<String> questions,
                Optional<String> remote,
                Optional<String> commit)
                implements Result {
            public Migrated {
                taken = Map.copyOf(taken);
                leftOut = List.copyOf(leftOut);
                secrets = List.copyOf(secrets);
                questions = List.copyOf(questions);
            }

            /** What of that which was left out may be missed: documents that cannot be read, entries that contradict each other. */
            public List<LeftOut> unsettled() {
                return leftOut.stream().filter(LeftOut::unsettled).toList();
            }
        }
    }

    public Result migrate(Choices choices, Scaffold scaffold) throws IOException {
        var ledger = new Ledger();
        var house = new OldHouse(old, ledger);
        if (house.isUntold()) {
            return new Result.Unreadable(ledger.leftOut());
        }
        if (house.isTwin()) {
            return new Result.IsTwin();
        }
        return house.isBash() || house.isPython() ? migrate(house, choices, scaffold, ledger) : new Result.Unknown();
    }

    private Result migrate(OldHouse house, Choices choices, Scaffold scaffold, Ledger ledger) throws IOException {
        ledger.leftOut().addAll(choices.notOfConfig());
        var configs = configs(house, choices);
        var secrets = new Exposure(gate, redaction).of(house, configs);
        var settings = new OldSettings(configs, ledger);
        var files = new OldFiles(house, ledger);
        var here = new WhichMachine(house, files).isThis(machine, choices)
                ? Optional.of(machine)
                : Optional.<Machine>empty();
        var scaffolding = scaffold.files(settings.roots(), settings.disabled());
        repo.create(scaffolding);
        packages(house, choices, here, files, ledger);
        services(house, here, ledger);
        files(files, here, settings, ledger);
        cron(house, ledger);
        new LeftOvers(house, ledger).tell();
        var paths = new ArrayList<>(scaffolding.keySet());
        paths.addAll(List.of(Layout.STATE, Layout.FILESYSTEM));
        var commit = repo.commit("twin migrate", Set.copyOf(paths));
        return new Result.Migrated(
                Made.of(house),
                here.isPresent(),
                ledger.taken(),
                ledger.leftOut(),
                secrets,
                ledger.questions(),
                settings.remote(),
                commit);
    }

    /** That of the repository first: it is the younger one. */
    private static List<OldConfig> configs(OldHouse house, Choices choices) throws IOException {
        var configs = new ArrayList<OldConfig>();
        house.config().map(OldConfig::of).ifPresent(configs::add);
        choices.config().ifPresent(configs::add);
        return configs;
    }

    private <D extends Keyed> void write(Kind<D, ?, ?> kind, List<D> wishes, Ledger ledger) throws IOException {
        repo.write(Layout.desired(kind), wishes);
        ledger.took(kind.name(), wishes.size());
    }

    private void packages(OldHouse house, Choices choices, Optional<Machine> here, OldFiles files, Ledger ledger)
            throws IOException {
        var state = house.document(PACKAGES);
        var dpkg = house.older(OldHouse.DPKG, PACKAGES, state);
        var file = state.isPresent() ? PACKAGES : OldHouse.DPKG;
        var packages = state.map(OldTree::packages)
                .or(() -> dpkg.map(OldText::packages))
                .orElse(List.of());
        write(new Packages(), new OldPackages(file, ledger).wishes(packages, choices, here, files), ledger);
    }

    private void services(OldHouse house, Optional<Machine> here, Ledger ledger) throws IOException {
        var state = house.document(SERVICES);
        var text = house.older(OldHouse.SERVICES, SERVICES, state);
        var file = state.isPresent() ? SERVICES : OldHouse.SERVICES;
        var services = state.map(OldTree::services)
                .or(() -> text.map(lines -> OldText.services(lines, file, ledger.leftOut())))
                .orElse(List.of());
        write(new Services(), new OldServices(file, ledger).wishes(services, here), ledger);
    }

    private void files(OldFiles files, Optional<Machine> here, OldSettings settings, Ledger ledger) throws IOException {
        var rules = settings.roots().isEmpty()
                ? CaptureRules.DEFAULT
                : new CaptureRules(settings.roots(), List.of(), CaptureRules.DEFAULT.maxBytes());
        var mirror = here.map(there -> there.files().apply(rules));
        write(new Files(), new CarriedFiles(repo, gate, ledger, mirror, files.all()).wishes(files.all()), ledger);
    }

    private void cron(OldHouse house, Ledger ledger) throws IOException {
        var state = house.document(CRON).flatMap(OldCrontab::of);
        var text = house.older(OldHouse.CRONTAB, CRON, state).map(lines -> new OldCrontab(OldHouse.CRONTAB, 0, lines));
        var crontab = state.or(() -> text);
        var crontabs = new OldCrontabs(user, redaction, ledger);
        write(new Cron(), crontab.map(crontabs::wishes).orElse(List.of()), ledger);
    }
}

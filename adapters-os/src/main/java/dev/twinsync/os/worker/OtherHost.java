package dev.twinsync.os.worker;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.foreign.ForeignAction;
import dev.twinsync.domain.foreign.ForeignThing;
import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.HomeAssistantConfig;
import dev.twinsync.domain.homeassistant.LiveConfigFile;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.plugin.ProgramName;
import dev.twinsync.domain.system.SystemFacts;
import dev.twinsync.os.plugins.FoundProgram;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Elevation;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.HomeAssistantFiles;
import dev.twinsync.port.HostFacts;
import dev.twinsync.port.Journal;
import dev.twinsync.port.LogSource;
import dev.twinsync.port.MachineLock;
import dev.twinsync.port.WishedContent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A machine that is reached by ssh, on which a twin of its own looks and acts for this one. */
public final class OtherHost implements Closeable {

    /** Of a machine that has no repository: nothing is left out and nothing refused for the sake of it. */
    public static final String NO_REPOSITORY = "/nonexistent/twin";

    private static final List<String> GUEST = List.of("twin", "worker", "--guest");

    private final SecureShell shell;
    private final WishedContent content;
    private final Conversation conversation;
    private final Reply.Welcome welcome;
    private final Connections connections;

    private OtherHost(SecureShell shell, WishedContent content, Conversation conversation, Reply.Welcome welcome) {
        this.shell = shell;
        this.content = content;
        this.conversation = conversation;
        this.welcome = welcome;
        this.connections = new Connections(shell.host());
        connections.add(conversation);
    }

    /**
     * @param content what wished files hold, handed over where an action needs it
     * @throws IOException in words, with the remedy where twin knows one
     */
    public static OtherHost visit(SecureShell shell, Reception.Order order, WishedContent content) throws IOException {
        try {
            var partner = Partner.of(shell.run(GUEST), "twin on " + shell.host());
            return visit(shell, order, content, new Conversation(partner));
        } catch (IOException refused) {
            throw new IOException(
                    "twin on " + shell.host() + " is not to be had: "
                            + new HostWords(shell.host()).of(refused.getMessage()),
                    refused);
        }
    }

    static OtherHost visit(SecureShell shell, Reception.Order order, WishedContent content, Conversation conversation)
            throws IOException {
        try {
            if (!(conversation.next() instanceof Reply.Greeting(var protocol, var twin))) {
                throw new IOException(conversation.name() + " did not greet");
            }
            if (protocol != Wire.PROTOCOL) {
                throw new IOException(
                        "it is twin " + twin + " and speaks protocol " + protocol + ", not " + Wire.PROTOCOL);
            }
            var visit = Request.Visit.of(order);
            return new OtherHost(shell, content, conversation, conversation.ask(visit, Reply.Welcome.class));
        } catch (IOException refused) {
            conversation.abandon();
            throw refused;
        }
    }

    /** Which machine it is, as it says. */
    public HostFacts facts() {
        return new HostFacts() {
            @Override
            public Answer<SystemFacts> facts() {
                return welcome.facts();
            }

            @Override
            public Answer<Digest> identity() {
                return welcome.identity()
                        .<Answer<Digest>>map(Answer.Known::new)
                        .orElseGet(() -> new Answer.Unknown<>(shell.host()
                                + " has no id in /etc/machine-id; run there: sudo systemd-machine-id-setup"));
            }
        };
    }

    /** Whether the component of that plugin is there, as far as that can be told at a glance. */
    public boolean has(String plugin) {
        return welcome.here().contains(plugin);
    }

    /** Whether its Home Assistant can be asked to read a part of its configuration again. */
    public boolean reloads() {
        return welcome.reloads();
    }

    /** What looks and acts there as the user that one is there. */
    public <L extends Keyed, A extends Action> Backend<L, A> backend(String plugin, Kind<?, L, A> kind) {
        return new VisitedBackend<>(plugin, kind, conversation, new Delivery(conversation, content));
    }

    public FileMirror files(String plugin) {
        Backend<LiveFile, FileAction> backend = backend(plugin, new Files());
        return new VisitedFiles(
                plugin, backend, conversation, new ContentAsked<>(plugin, new Files(), conversation, content));
    }

    public HomeAssistantFiles homeAssistant(String plugin) {
        var kind = new HomeAssistantConfig(reloads());
        Backend<LiveConfigFile, ConfigFileAction> backend = backend(plugin, kind);
        return new VisitedConfig(
                plugin, backend, conversation, new ContentAsked<>(plugin, kind, conversation, content));
    }

    /**
     * @param marks with what the names of its marks begin
     * @param logs the names of those that are wanted of it, for where none can be read
     */
    public LogSource logs(
            String plugin, String marks, Optional<String> summary, Function<LogsConfig, List<String>> logs) {
        return new VisitedLogs(plugin, marks, summary, logs, conversation);
    }

    /**
     * What looks and acts there by a program of other people.
     *
     * @param needsRoot whether only root may carry out what it does
     * @param trusted asked when the program is first needed
     */
    public Backend<ForeignThing, ForeignAction> program(
            String plugin, Foreign kind, boolean needsRoot, Trusted trusted) {
        return new VisitedProgram(plugin, kind, needsRoot, trusted, conversation, backend(plugin, kind));
    }

    /** Which program of other people would be started there. @throws IOException in words where there is none of that name */
    public FoundProgram find(ProgramName name) throws IOException {
        var found = conversation.ask(new Request.Find(name), Reply.Program.class);
        return new FoundProgram(Path.of(found.path()), found.digest(), found.ofRoot());
    }

    public MachineLock lock() {
        return new LockThere(conversation);
    }

    /** The same, in which nothing is written once the machine cannot be heard any more: what came of it is not known here. */
    public Journal whileHeard(Journal journal) {
        return new JournalWhileHeard(journal, connections);
    }

    /**
     * The way to do there what needs root: by the sudo of that machine, which is not to ask for a password.
     *
     * @param arguments of the root side, besides its name
     */
    public Elevation elevation(List<String> arguments, Supplies supplies) {
        return new SudoThere(shell, welcome.user(), arguments, supplies, connections);
    }

    /** Ends the twin there once it has finished what it is at. */
    @Override
    public void close() {
        conversation.close();
    }

    /** Why nothing more can be asked there; empty: it goes on. */
    public Optional<String> lost() {
        return connections.lost();
    }
}

package dev.twinsync.cli.wiring;

import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.domain.policy.Policy;
import dev.twinsync.domain.policy.PulledWishes;
import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.flow.remote.Restraint;
import dev.twinsync.flow.remote.SettlePulled;
import dev.twinsync.flow.view.View;
import dev.twinsync.git.shared.GitSharedHistory;
import dev.twinsync.git.shared.JGitRemote;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.remotes.GitHub;
import dev.twinsync.os.remotes.GitToken;
import dev.twinsync.os.remotes.GitWorld;
import dev.twinsync.os.remotes.SystemGit;
import dev.twinsync.port.CodeHost;
import dev.twinsync.port.PulledNotes;
import dev.twinsync.port.Remote;
import dev.twinsync.port.RemoteName;
import dev.twinsync.port.SecretGate;
import dev.twinsync.port.SharedHistory;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways to other repositories, by git where it is there and else by JGit, and what holds back what comes from there.
 *
 * @param gate what is sent has to pass
 * @param state where twin keeps what is no business of the repository
 */
public record Sharing(TwinRepo repo, SecretGate gate, Path home, StateFolder state) {

    public SharedHistory history() {
        return new GitSharedHistory(repo.root(), home, gate);
    }

    public Remote remote() {
        CommandRunner commands = new SystemCommandRunner();
        var token = GitToken.ofThisProcess(home);
        return SystemGit.isHere(commands)
                ? new SystemGit(repo.root().resolve(".git"), state.remotes(), commands, world(), token, repo::head)
                : new JGitRemote(repo.root(), home, token::find);
    }

    /** @param withSsh whether a new repository is to be reached by ssh */
    public CodeHost host(boolean withSsh) throws IOException {
        return GitHub.of(new SystemCommandRunner(), world(), GitToken.ofThisProcess(home), withSsh);
    }

    private GitWorld world() {
        return new GitWorld(System.getenv(), home, Console.isTerminal());
    }

    /** What looks like a secret in the commits that the remotes were not known to have; nothing where there is no remote. */
    public List<Leak> unsent() throws IOException {
        var history = history();
        var remotes = history.remotes();
        if (remotes.isEmpty() || repo.head().isEmpty()) {
            return List.of();
        }
        var leaks = new ArrayList<Leak>();
        for (String name : remotes.keySet()) {
            var known = history.known(new RemoteName(name), history.branch());
            history.leaks(known).forEach(found -> leaks.add(found.leak()));
        }
        return leaks;
    }

    /** What was pulled and not approved since. */
    public PulledNotes notes() throws IOException {
        return PulledFile.in(state.pulled(repo.root()));
    }

    /** @param view whose plugins nothing holds back yet @param plugins on and off */
    Restraint restraint(View view, PluginList plugins) throws IOException {
        var pulled = SettlePulled.of(view, notes(), SettlePulled.Own.of(repo, history()));
        return new Restraint(policy(pulled, plugins).pulled(), pulled);
    }

    /** The policy for what was pulled, which is of no concern where nothing was. */
    public Policy policy(PulledWishes pulled, PluginList plugins) throws IOException {
        return pulled.isNothing() ? Policy.DEFAULT : PolicyFile.of(home).policy(plugins);
    }
}

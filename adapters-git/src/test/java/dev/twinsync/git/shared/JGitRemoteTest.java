package dev.twinsync.git.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.port.BranchName;
import dev.twinsync.port.GitProgram;
import dev.twinsync.port.Remote;
import dev.twinsync.port.RemoteAddress;
import dev.twinsync.port.RemoteContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JGitRemoteTest extends RemoteContract {

    @Override
    protected Remote remote(Path root, Path home, Optional<String> token) {
        return new JGitRemote(root, home, () -> token);
    }

    @Test
    void nothing_is_tidied_up_in_the_folder_that_is_pushed_to() throws IOException {
        var own = GitProgram.init(folder.resolve("sender"));
        var there = GitProgram.bare(folder.resolve("receiver.git"));
        for (String file : List.of("a.yaml", "b.yaml", "c.yaml", "d.yaml")) {
            push(own.folder(), there.folder(), own.commit(file, "a: b\n"));
            pack(there);
        }
        var before = packs(there);
        push(own.folder(), there.folder(), own.commit("e.yaml", "a: b\n"));
        assertTrue(packs(there).containsAll(before), () -> before + " became one");
    }

    private void push(Path from, Path to, String commit) {
        var sent = remote(from, folder, Optional.empty())
                .push(new RemoteAddress(to.toString()), commit, new BranchName("main"));
        assertEquals(new Remote.Answer.Given<>(commit), sent);
    }
}

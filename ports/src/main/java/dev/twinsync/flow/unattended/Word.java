package dev.twinsync.flow.unattended;

import dev.twinsync.port.LastWord;
import dev.twinsync.port.Messenger;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Word of what was found, to a person who is not there, where it is new.
 *
 * @param machine what it is called
 * @param discreet puts masks in the place of secrets: a document, a commit or what a messenger says of its failure may hold some
 */
public record Word(Messenger messenger, LastWord lastWord, String machine, UnaryOperator<String> discreet) {

    /** What was found counts, whether or not word of it gets through. */
    public Unattended.Result.Ran tell(Findings found, String repository) {
        boolean told = false;
        var findings = found.with(discreet);
        try {
            if (findings.digest().isPresent() && !findings.digest().equals(lastWord.read())) {
                messenger.tell(findings.notice(machine, repository));
                told = true;
            }
            lastWord.write(findings.digest());
            return new Unattended.Result.Ran(findings, told, Optional.empty());
        } catch (IOException unheard) {
            var reason = discreet.apply(String.valueOf(unheard.getMessage()));
            return new Unattended.Result.Ran(findings, told, Optional.of(reason));
        }
    }
}

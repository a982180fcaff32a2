package dev.twinsync.os.schedule;

import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.port.Messenger;
import dev.twinsync.port.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Hands a mail to the machine's own {@code sendmail}, which every mail server brings. */
public record Sendmail(CommandRunner commands, MailAddress to) implements Messenger {

    private static final String PROGRAM = "sendmail";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int LINE = 76;

    /** Why no mail can be sent; empty: there is a program to send it, whatever becomes of it then. */
    public Optional<String> objection() {
        return switch (commands.run(Command.of("which", PROGRAM))) {
            case Result.Ended ended
            when ended.exit() != 0 ->
                Optional.of("no mail can be sent to " + to + ", since there is no " + PROGRAM
                        + "; install a mail server that brings it, or be told by a program of yours: --hook");
            case Result _ -> Optional.empty();
        };
    }

    @Override
    public void tell(Notice notice) throws IOException {
        var command = Command.of(PROGRAM, "-t", "-oi").withInput(mail(notice)).withLimit(LIMIT);
        switch (commands.run(command)) {
            case Result.Ended ended when ended.exit() == 0 -> {
                // the mail server has it
            }
            case Result failed -> throw new IOException("no mail was sent to " + to + ": " + failed.inWords(PROGRAM));
        }
    }

    /** The text is encoded, so that no line of it can be taken for a header or for the end. */
    byte[] mail(Notice notice) {
        var mail = "To: " + to + "\n"
                + "Subject: =?UTF-8?B?" + Base64.getEncoder().encodeToString(subject(notice)) + "?=\n"
                + "Auto-Submitted: auto-generated\n"
                + "MIME-Version: 1.0\n"
                + "Content-Type: text/plain; charset=UTF-8\n"
                + "Content-Transfer-Encoding: base64\n"
                + "\n"
                + Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString((String.join("\n", notice.lines()) + "\n").getBytes(StandardCharsets.UTF_8))
                + "\n";
        return mail.getBytes(StandardCharsets.US_ASCII);
    }

    /** As much as one encoded word may hold. */
    private static byte[] subject(Notice notice) {
        var shown = notice.subject()
                .codePoints()
                .filter(letter -> letter >= ' ' && letter < 127)
                .limit(44)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return shown.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

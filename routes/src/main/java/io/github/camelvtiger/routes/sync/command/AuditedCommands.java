package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.store.Audit;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Carries out the commands that a person gives. Each that changes something is an entry of the audit before it begins, and what it said
 * last is there afterwards.
 */
final class AuditedCommands implements SyncWork.Opening, IExecutionStrategy {

    /** A command that may change something. */
    interface Changing {

        /** Whether it does, as it was given. */
        boolean changes();

        /** Whether the audit must keep neither its parameters nor what it says. */
        default boolean isPrivate() {
            return false;
        }
    }

    private final SyncWork.Opening opening;
    private final Optional<Audit.Person> person;
    private Optional<SyncWork> open = Optional.empty();
    private String lastLine = "";

    /** @param person empty if what is done is kept elsewhere */
    AuditedCommands(SyncWork.Opening opening, Optional<Audit.Person> person) {
        this.opening = opening;
        this.person = person;
    }

    /** What a command needs of the syncs; it closes that when it is done. */
    @Override
    public SyncWork open() {
        return open.map(work -> work.closedBy(() -> {})).orElseGet(opening::open);
    }

    @Override
    public int execute(ParseResult given) {
        Optional<Changing> changing = Optional.ofNullable(given.subcommand())
                .filter(command -> !command.isUsageHelpRequested() && !command.isVersionHelpRequested())
                .map(command -> command.commandSpec().userObject())
                .filter(Changing.class::isInstance)
                .map(Changing.class::cast)
                .filter(Changing::changes);
        if (changing.isEmpty() || person.isEmpty()) {
            return new RunLast().execute(given);
        }
        try (SyncWork work = opening.open()) {
            open = Optional.of(work);
            return audited(work.store().audit(), changing.get().isPrivate(), given);
        } catch (ExecutionException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ExecutionException(given.subcommand().commandSpec().commandLine(), e.getMessage(), e);
        } finally {
            open = Optional.empty();
        }
    }

    private int audited(Audit audit, boolean isPrivate, ParseResult given) {
        long entry = audit.begin(
                person.orElseThrow(),
                "sync "
                        + (isPrivate
                                ? given.subcommand().commandSpec().name()
                                : String.join(" ", given.originalArgs())));
        String outcome = "it failed";
        try {
            int exitCode = new RunLast().execute(given);
            outcome = isPrivate || lastLine.isEmpty() ? "exit code " + exitCode : lastLine;
            return exitCode;
        } catch (ExecutionException e) {
            outcome = isPrivate ? outcome : Sentence.of(e);
            throw e;
        } finally {
            audit.end(entry, outcome);
        }
    }

    /** The same, of which the last line is remembered. */
    PrintWriter heard(PrintWriter target) {
        return new PrintWriter(new Heard(target), true);
    }

    private final class Heard extends FilterWriter {

        private final StringBuilder line = new StringBuilder();

        Heard(PrintWriter target) {
            super(target);
        }

        @Override
        public void write(int character) throws IOException {
            write(new char[] {(char) character}, 0, 1);
        }

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            super.write(text, offset, length);
            for (int index = offset; index < offset + length; index++) {
                hear(text[index]);
            }
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            write(text.toCharArray(), offset, length);
        }

        private void hear(char character) {
            if (character != '\n') {
                line.append(character);
                return;
            }
            if (!line.toString().isBlank()) {
                lastLine = line.toString().strip();
            }
            line.setLength(0);
        }
    }
}

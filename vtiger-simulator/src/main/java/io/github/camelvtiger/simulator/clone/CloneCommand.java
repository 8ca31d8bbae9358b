package io.github.camelvtiger.simulator.clone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Copies a CRM into a file from which a simulator starts. */
@Command(
        name = "clone",
        mixinStandardHelpOptions = true,
        description = {
            "Reads modules, fields, picklists, users and some records of a CRM as far as the user may see them, and"
                    + " writes them into one file: start a simulator of it with --seed FILE.",
            "Names, addresses, mails, phones and all other texts are masked, the same word always by the same mask;"
                    + " ids, references, numbers, picklists and dates stay. Nothing is written to the CRM, and no"
                    + " access key to the file."
        })
public final class CloneCommand implements Callable<Integer> {

    private static final int KEY_BYTES = 32;

    @Spec
    private CommandSpec spec;

    @Option(names = "--url", required = true, description = "Of the CRM, without webservice.php.")
    private String url;

    @Option(names = "--username", required = true, description = "Who reads; an administrator sees most.")
    private String username;

    @Option(names = "--access-key", required = true, description = "Of that user, from My Preferences.")
    private String accessKey;

    @Option(names = "--records", defaultValue = "1000", description = "Of each module at most (${DEFAULT-VALUE}).")
    private int records;

    @Option(names = "--out", required = true, description = "File to write, such as crm.jsonl.gz.")
    private Path out;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter output = spec.commandLine().getOut();
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            SourceCrm source = new SourceCrm(url, username, accessKey);
            try (CloneWriter file = new CloneWriter(out)) {
                new Cloning(source, new FieldMask(new Mask(key)), output).write(file, records);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), url + " cannot be cloned into " + out + ": " + e.getMessage(), e);
        }
        output.printf("start it with --seed %s%n", out);
        output.flush();
        return CommandLine.ExitCode.OK;
    }
}

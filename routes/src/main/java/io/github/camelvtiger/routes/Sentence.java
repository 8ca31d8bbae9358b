package io.github.camelvtiger.routes;

import io.github.camelvtiger.changes.CursorException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.routes.settings.OptionNames;
import io.github.camelvtiger.routes.settings.RefusedSettingsException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.http.base.HttpOperationFailedException;

/** What a person reads of a failure. */
public final class Sentence {

    private static final Pattern NAME_OF_CLASS = Pattern.compile("\\b(?:[a-z0-9]+\\.)+[A-Z]\\w*(?:Exception|Error): ");

    /**
     * The outermost message that was written for people, else the innermost: the ones around it only say which part of the
     * application passed it on.
     */
    public static String of(Throwable failure) {
        Throwable innermost = failure;
        String file = "";
        while (innermost.getCause() != null && !isForPeople(innermost)) {
            if (innermost instanceof GenericFileOperationFailedException) {
                // It names the file, its cause only what is the matter with it.
                file = innermost.getMessage() + ": ";
            }
            innermost = innermost.getCause();
        }
        return file + text(innermost);
    }

    private static boolean isForPeople(Throwable failure) {
        return failure instanceof VtigerException
                || failure instanceof CursorException
                || failure instanceof RefusedSettingsException;
    }

    private static String text(Throwable failure) {
        if (failure instanceof HttpOperationFailedException answer) {
            // Its message has the whole address, which may hold a key.
            return "The server answers with the status " + answer.getStatusCode() + ".";
        }
        if (failure.getMessage() == null) {
            return failure.toString();
        }
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + " " + problem(file);
        }
        return NAME_OF_CLASS
                .matcher(OptionNames.toSettings(failure.getMessage()))
                .replaceAll("");
    }

    private static String problem(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (failure instanceof NotDirectoryException) {
            return "is not a directory";
        }
        return failure instanceof AccessDeniedException
                ? "may not be read or written by this process"
                : "cannot be used (" + failure.getClass().getSimpleName() + ")";
    }

    private Sentence() {}
}

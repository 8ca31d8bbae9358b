package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.ClientSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** A process with a small heap that asks a server for answers that are too much for it, several at once. */
final class SmallHeapProcess {

    private static final int AT_ONCE = 4;

    private SmallHeapProcess() {}

    /** @param args the server's url, then the operations to ask for */
    public static void main(String[] args) {
        try (VtigerClient client = new VtigerClient(new ClientSettings(args[0], "admin", "key"))) {
            for (String operation : List.of(args).subList(1, args.length)) {
                List<CompletableFuture<Object>> calls = IntStream.range(0, AT_ONCE)
                        .mapToObj(call -> client.request("/" + operation, "GET", Map.of()))
                        .toList();
                calls.forEach(call -> System.out.println(operation + ": " + outcome(call)));
                System.out.println(operation + " then: "
                        + client.request("/good", "GET", Map.of()).join());
            }
        }
    }

    private static String outcome(CompletableFuture<Object> call) {
        try {
            call.join();
            return "answered";
        } catch (CompletionException failure) {
            return failure.getCause().toString();
        }
    }
}

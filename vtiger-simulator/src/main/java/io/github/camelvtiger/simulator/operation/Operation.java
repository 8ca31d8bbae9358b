package io.github.camelvtiger.simulator.operation;

/** One registered operation of {@code webservice.php} ({@code webservice.md §2}); one class each. */
public interface Operation {

    /** The registered name in lower case. */
    String name();

    /** The only method whose parameters the operation reads. */
    HttpMethod method();

    /** Whether it runs without a session. */
    default boolean preLogin() {
        return false;
    }

    /**
     * @return what becomes {@code result} in the envelope: Map (in order), List, String, Number, Boolean or null
     * @throws WebserviceException for an error envelope
     * @throws ServerCrash for HTTP 500 with an empty body
     */
    Object execute(Call call) throws InterruptedException;

    enum HttpMethod {
        GET,
        POST
    }
}

package io.github.camelvtiger.simulator.operation;

import java.util.List;

/** An operation whose registered file is not where the server allows files to be: a sentence for every user who is logged in. */
public record RestrictedOperation(String name) implements Operation {

    public static List<Operation> all() {
        return List.of(new RestrictedOperation("changepassword"), new RestrictedOperation("deleteuser"));
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) {
        throw new RestrictedFile("the file registered for " + name + " does not exist");
    }
}

#pragma once

namespace cli {

class Session;

// What each verb does. Each returns at once and ends in Session::finish(), sooner or later.
void listContexts(Session& session);
void examine(Session& session);
void get(Session& session);
void describe(Session& session);
void listJobs(Session& session);
void showJob(Session& session);
void listCheckpoints(Session& session);
void listExceptions(Session& session);
void showGraph(Session& session);
void lint(Session& session);
void effect(Session& session);
void operate(Session& session);
void blueGreen(Session& session);
void operations(Session& session);
void readSnapshot(Session& session);
void practice(Session& session);
void generate(Session& session);

} // namespace cli

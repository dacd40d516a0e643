#pragma once

/// Rows for test functions that ask a FlinkPair: method, target, body, type.
namespace contract {

/// Of the cluster, and of what is not there; {jar} is uploaded.
void askWithoutAJob();
void askOfARunningJob();
void askOfAnEndedJob();

} // namespace contract

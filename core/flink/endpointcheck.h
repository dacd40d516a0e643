#pragma once

#include "core/flink/restclient.h"
#include "core/flink/waycheck.h"

#include <QObject>

#include <memory>

namespace flink {

/// The steps of the connection doctor that concern a bare Flink REST endpoint.
class EndpointCheck : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Finding)>;

    EndpointCheck(WayCheck& way, QObject* parent);
    ~EndpointCheck() override;

    void readAddress(const Endpoint& endpoint, Done done);
    void askOverview(Done done);

private:
    WayCheck& m_way;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<RestClient> m_rest;
};

} // namespace flink

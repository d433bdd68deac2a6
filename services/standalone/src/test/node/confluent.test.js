// @confluentinc/schemaregistry against the embedded registry and the serde of the Java side.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import confluent from '@confluentinc/schemaregistry'
import { consumeFirst, prefix, produce, registryUrl } from './kafka.js'

const { AvroDeserializer, AvroSerializer, HeaderSchemaIdSerializer, SchemaRegistryClient, SerdeType } = confluent

const newClient = () => new SchemaRegistryClient({ baseURLs: [registryUrl] })
const record = (fields) => JSON.stringify({ type: 'record', name: 'Confluent', namespace: 'node', fields })
const schemaType = 'AVRO'
const first = { schemaType, schema: record([{ name: 'a', type: 'int' }]) }
const compatible = {
  schemaType,
  schema: record([{ name: 'a', type: 'int' }, { name: 'b', type: 'string', default: '' }]),
}
const incompatible = { schemaType, schema: record([{ name: 'a', type: 'int' }, { name: 'c', type: 'long' }]) }

test('a schema is registered, found in every way, and deleted', async () => {
  const client = newClient()
  const subject = `${prefix}-registered-value`

  const id = await client.register(subject, first)
  assert.equal(await client.register(`${prefix}-registered-key`, first), id)

  const other = newClient()
  assert.equal((await other.getBySubjectAndId(subject, id)).schema, first.schema)
  assert.equal(await other.getId(subject, first), id)
  assert.equal(await other.getVersion(subject, first), 1)
  const latest = await other.getLatestSchemaMetadata(subject)
  assert.equal(latest.id, id)
  assert.equal(latest.version, 1)
  assert.deepEqual(await other.getAllVersions(subject), [1])
  assert.ok((await other.getAllSubjects()).includes(subject))
  const { guid } = await newClient().registerFullResponse(subject, first)
  assert.equal((await other.getByGuid(guid)).schema, first.schema)

  assert.deepEqual(await other.deleteSubject(`${prefix}-registered-key`), [1])
  assert.deepEqual(await other.deleteSubject(`${prefix}-registered-key`, true), [1])
})

test('compatibility is checked and enforced', async () => {
  const client = newClient()
  const subject = `${prefix}-compatibility-value`
  await client.register(subject, first)

  assert.equal(await client.testSubjectCompatibility(subject, compatible), true)
  assert.equal(await client.testSubjectCompatibility(subject, incompatible), false)
  await assert.rejects(client.register(subject, incompatible), { status: 409, errorCode: 409 })

  await client.updateCompatibility(subject, 'NONE')
  assert.equal(await client.getCompatibility(subject), 'NONE')
  await client.register(subject, incompatible)
})

test('what is not there has its error code', async () => {
  const client = newClient()
  await assert.rejects(client.getBySubjectAndId('', 987654), { status: 404, errorCode: 40403 })
  await assert.rejects(client.getLatestSchemaMetadata(`${prefix}-none`), { status: 404, errorCode: 40401 })
  await assert.rejects(client.getCompatibility(`${prefix}-none`), { status: 404, errorCode: 40408 })
})

test('a message of the Java side is read, and one is sent back', async () => {
  const client = newClient()
  const message = await consumeFirst(`${prefix}-java`)
  const deserializer = new AvroDeserializer(client, SerdeType.VALUE, {})
  const seizure = await deserializer.deserialize(`${prefix}-java`, message.value)
  assert.equal(seizure.envelope.eventId, 'java')

  const { schema } = await client.getLatestSchemaMetadata(`${prefix}-java-value`)
  for (const [name, settings] of [
    ['confluent', {}],
    ['header', { schemaIdSerializer: HeaderSchemaIdSerializer }],
  ]) {
    const topic = `${prefix}-${name}`
    const subject = `${topic}-value`
    await client.register(subject, { schemaType, schema })
    const serializer = new AvroSerializer(client, SerdeType.VALUE, { useLatestVersion: true, ...settings })
    seizure.envelope.eventId = name
    const headers = {}
    const value = await serializer.serialize(topic, seizure, headers)
    await produce(topic, { key: name, value, headers })
  }
})
